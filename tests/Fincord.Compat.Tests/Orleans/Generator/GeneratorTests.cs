using Fincord.Compat.Orleans.CodeGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fincord.Compat.Tests.Orleans.Generator;

/// <summary>What the generator refuses: whatever would fail, or lose data, only in a cluster.</summary>
public sealed class GeneratorTests
{
    [Theory]
    [InlineData("ORLEANS0001", "public interface I : IGrainWithStringKey { Task M(); } public class G : Grain, I { [AlwaysInterleave] public Task M() => Task.CompletedTask; }")]
    [InlineData("ORLEANS0002", "public interface I : IGrainWithStringKey { Task M(ref int x); }")]
    [InlineData("ORLEANS0004", "[GenerateSerializer] public class C { public int X { get; set; } }")]
    [InlineData("ORLEANS0004", "[GenerateSerializer] public class C { private int _x; }")]
    [InlineData("ORLEANS0008", "public interface I : IGrainWithStringKey { int X { get; } }")]
    [InlineData("ORLEANS0009", "public interface I : IGrainWithStringKey { int M(); }")]
    [InlineData("ORLEANS0011", "public interface I : IGrainWithStringKey { [Alias(\"a\")] Task M(); [Alias(\"a\")] Task N(); }")]
    [InlineData("ORLEANS0011", "[GenerateSerializer, Alias(\"a\")] public record A(int X); [GenerateSerializer, Alias(\"a\")] public record B(int X);")]
    [InlineData("ORLEANS0012", "[GenerateSerializer] public class C { [Id(0)] public int X { get; set; } [Id(0)] public int Y { get; set; } }")]
    [InlineData("FINCORD1001", "public class C; public interface I : IGrainWithStringKey { Task M(C c); }")]
    [InlineData("FINCORD1001", "public class C; public interface I : IGrainWithStringKey { Task<List<C[]>> M(); }")]
    [InlineData("FINCORD1001", "public class C; [GenerateSerializer] public record R(Dictionary<string, C> X);")]
    [InlineData("FINCORD1001", "public class B { } [GenerateSerializer] public class C : B { }")]
    [InlineData("FINCORD1002", "[GenerateSerializer] public readonly record struct R(int X);")]
    [InlineData("FINCORD1003", "public interface I : IGrainWithStringKey { Task M(CancellationToken a, CancellationToken b); }")]
    [InlineData("FINCORD1004", "public class Outer { private interface I : IGrainWithStringKey { Task M(); } }")]
    [InlineData("FINCORD1005", "public class F; [GenerateSerializer] public struct S; [RegisterConverter] public class C(int x) : IConverter<F, S> { public F ConvertFromSurrogate(in S s) => new(); public S ConvertToSurrogate(in F f) => default; }")]
    [InlineData("FINCORD1005", "public class F<T, U>; [GenerateSerializer] public struct S; [RegisterConverter] public class C<U, T> : IConverter<F<T, U>, S> { public F<T, U> ConvertFromSurrogate(in S s) => new(); public S ConvertToSurrogate(in F<T, U> f) => default; }")]
    [InlineData("FINCORD1001", "public class F; public struct S; [RegisterConverter] public class C : IConverter<F, S> { public F ConvertFromSurrogate(in S s) => new(); public S ConvertToSurrogate(in F f) => default; }")]
    [InlineData("FINCORD1001", "public class C; public interface I<T> : IGrainWithStringKey { Task M(T t, C c); }")]
    [InlineData("FINCORD1006", "[Alias(\"i\")] public interface I<T> : IGrainWithStringKey { Task M(T t); }")]
    [InlineData("FINCORD1006", "public interface I<T> : IGrainWithStringKey { Task M(T t); } [GrainType(\"g\")] public class G<T> : Grain, I<T> { public Task M(T t) => Task.CompletedTask; }")]
    public void Refuses(string id, string code) => Assert.Contains(id, Compile(code));

    [Theory]
    [InlineData("public interface I : IGrainWithStringKey { Task M(int a, string? b, List<int?> c, (int, string) d, Dictionary<string, byte[]>? e); }")]
    [InlineData("public interface I : IGrainWithStringKey { ValueTask M(); ValueTask<int> N(); } public interface J : I { Task<I> O(J j, CancellationToken @default); }")]
    [InlineData("public interface I : IGrainWithStringKey { IAsyncEnumerable<int[]> M(string s, CancellationToken c = default); }")]
    [InlineData("public interface O : IGrainObserver { void M(int x); [OneWay] Task N(); }")]
    [InlineData("[GenerateSerializer] public readonly record struct R([property: Id(0)] int X) { public int Twice => X * 2; }")]
    [InlineData("[GenerateSerializer] public sealed record R(int X, ImmutableArray<R> Rs) { public static readonly R Empty = new(0, []); }")]
    [InlineData("[GenerateSerializer] public class C<T> where T : notnull { [Id(0)] public T X = default!; [Id(1)] public List<T> Xs = []; [NonSerialized] public object? Cache; }")]
    [InlineData("[GenerateSerializer] public struct S { [Id(0)] private List<int> _xs; }")]
    [InlineData("[GenerateSerializer] public abstract record Shape(string Name); [GenerateSerializer] public sealed record Box(string Name, int[] Sides) : Shape(Name);")]
    [InlineData("[GenerateSerializer] public sealed class MyException(string message) : Exception(message);")]
    [InlineData("[GenerateSerializer] public enum E { A } public interface I : IGrainWithStringKey { Task<E> M(E? e); }")]
    [InlineData("[Alias(\"i`2\")] public interface I<T, U> : IGrainWithStringKey where T : class, new() where U : notnull { Task<U> M(T t, Dictionary<U, T?> d); }")]
    [InlineData("public interface I : IGrainWithStringKey { Task<T?> M<T>(T? t, List<T?> ts); Task N<T>(T? t) where T : class; Task O<T>(T? t) where T : struct, Enum; Task P<T>(T? t) where T : Exception; Task Q<T>(T t) where T : notnull, IComparable<T>; }")]
    [InlineData("public interface I<in T> : IGrainObserver { void M(T t); } public interface J : IGrainWithStringKey { Task S<T>(I<T> i); } public interface K : J, IGrainWithStringKey;")]
    [InlineData("public interface B<T> : IGrainWithStringKey { IAsyncEnumerable<T> M<U>(U u, [Immutable] List<T> ts); } public interface I<U> : B<List<U>>; public class G<T> : Grain, I<T> { public IAsyncEnumerable<List<T>> M<U>(U u, List<List<T>> ts) => throw new NotSupportedException(); }")]
    [InlineData("public static class Outer<T> { public interface I<U> : IGrainWithStringKey { Task<T> M(U u); } [GenerateSerializer] public record R<U>(T X, U Y); }")]
    [InlineData("[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties)] public class C { public int X { get; set; } }")]
    [InlineData("public class F; [GenerateSerializer] public struct S; [RegisterConverter] public class C : IConverter<F, S> { public F ConvertFromSurrogate(in S s) => new(); public S ConvertToSurrogate(in F f) => default; } public interface I : IGrainWithStringKey { Task<F> M(List<F> f); }")]
    public void Accepts(string code) => Assert.Empty(Compile(code));

    [Fact]
    public void An_unchanged_type_is_not_generated_again()
    {
        var compilation = Compilation("[GenerateSerializer] public class C { [Id(0)] public int[] X = []; }");
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new OrleansGenerator().AsSourceGenerator()], driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation);

        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other { }")));

        var outputs = driver.GetRunResult().Results[0].TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs);
        Assert.All(outputs, output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    /// <summary>The ids of the errors, in the code or in what was generated from it.</summary>
    private static string[] Compile(string code)
    {
        CSharpGeneratorDriver.Create(new OrleansGenerator()).RunGeneratorsAndUpdateCompilation(Compilation(code), out var generated, out var findings);
        return [.. findings.Concat(generated.GetDiagnostics()).Where(one => one.Severity is DiagnosticSeverity.Error).Select(one => one.Id)];
    }

    private static CSharpCompilation Compilation(string code)
    {
        const string Usings = "using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Threading; "
            + "using System.Threading.Tasks; using Orleans; using Orleans.Runtime; using Orleans.Concurrency;\n#nullable enable\n";
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator);
        var references = framework.Append(typeof(Grain).Assembly.Location).Distinct(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("Code", [CSharpSyntaxTree.ParseText(Usings + code)], references, new(OutputKind.DynamicallyLinkedLibrary));
    }
}
