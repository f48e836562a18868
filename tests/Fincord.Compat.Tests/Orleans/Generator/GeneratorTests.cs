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
