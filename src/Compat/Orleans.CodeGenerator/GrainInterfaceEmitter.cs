using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Fincord.Compat.Orleans.CodeGenerator;

/// <summary>Writes the reference class of a grain or observer interface, and in it a request class for each of its methods.</summary>
internal sealed class GrainInterfaceEmitter(INamedTypeSymbol type, CodecRules rules)
{
    private const string RuntimeAssembly = "Fincord.Compat.Orleans";
    private const string Support = "global::Fincord.OrleansCompat";
    private const string Copying = "global::Orleans.Serialization.Cloning";
    private const string Reference = "global::Orleans.Runtime.GrainReference";
    private const string Shared = "global::Orleans.Runtime.GrainReferenceShared";
    private const string Key = "global::Orleans.Runtime.IdSpan";
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    private const string Token = "global::System.Threading.CancellationToken";

    // What overrides a protected internal member: the runtime itself and its simulation tests see the internal half of it, others do not.
    private readonly string _access =
        type.ContainingAssembly.Name == RuntimeAssembly || type.ContainingModule.ReferencedAssemblySymbols.Any(
            one => one.Name == RuntimeAssembly && one.GivesAccessTo(type.ContainingAssembly))
            ? "protected internal"
            : "protected";

    public GeneratedPart Emit()
    {
        var findings = Check();
        var name = type.Identifier();
        var alias = type.Alias();
        var aliasFinding = alias is null ? null : Finding.At(type, Findings.DuplicateAlias, alias);
        if (!findings.IsEmpty) return new(name, "", "", aliasFinding, findings);

        var parameters = type.AllTypeParameters();
        var reference = $"{name}_Reference";
        var code = new StringBuilder();
        code.AppendLine("namespace OrleansGenerated").AppendLine("{");
        code.AppendLine($"    internal sealed class {reference}{parameters.List()}({Shared} shared, {Key} key)");
        code.AppendLine($"        : {Reference}(shared, key), {type.Code()}{parameters.Constraints()}").AppendLine("    {");
        if (!parameters.IsEmpty)
            code.AppendLine($"        public static {Reference} Create({Shared} shared, {Key} key) => new {reference}{parameters.List()}(shared, key);");
        var methods = Methods().ToArray();
        for (var i = 0; i < methods.Length; i++)
        {
            var request = $"{methods[i].Name}_{i}";
            EmitCall(code, methods[i], request + methods[i].TypeParameters.List());
            EmitRequest(code, methods[i], request);
        }
        code.AppendLine("    }").AppendLine("}");
        var registration = parameters.IsEmpty
            ? $"registry.AddInterface({type.TypeOf()}, {Literal(alias)}, static (shared, key) => new {reference}(shared, key));"
            : $"registry.AddGenericInterface({type.TypeOfDefinition()}, {Literal(alias)}, typeof({reference}{parameters.UnboundList()}));";
        return new(name, code.ToString(), registration + type.RegistrationOfAlias(), aliasFinding, []);
    }

    /// <summary>Its own methods and those of the interfaces it extends.</summary>
    private IEnumerable<IMethodSymbol> Methods() =>
        type.AllInterfaces.Prepend(type).SelectMany(one => one.GetMembers()).OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, IsStatic: false });

    private ImmutableArray<Finding> Check()
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (!type.IsAccessible()) findings.Add(Finding.At(type, Findings.NotAccessible, type.Name));
        type.CheckArity(type.Alias(), findings);
        if (type.GetMembers().Any(member => member is IPropertySymbol or IEventSymbol { IsStatic: false }))
            findings.Add(Finding.At(type, Findings.Property, type.Name));
        var aliases = new HashSet<string>();
        foreach (var method in Methods())
        {
            var own = SymbolEqualityComparer.Default.Equals(method.ContainingType, type);
            if (own && method.Alias() is { } alias && !aliases.Add(alias)) findings.Add(Finding.At(method, Findings.DuplicateAlias, alias));
            // What is wrong with an inherited method is told where it is declared.
            CheckMethod(own ? method : type, method, findings);
        }
        return findings.ToImmutable();
    }

    private void CheckMethod(ISymbol place, IMethodSymbol method, ImmutableArray<Finding>.Builder findings)
    {
        if (method.Parameters.Any(parameter => parameter.RefKind is not RefKind.None))
            findings.Add(Finding.At(place, Findings.ReferenceParameter, method.Name));
        if (method.Parameters.Count(IsToken) > 1) findings.Add(Finding.At(place, Findings.SeveralTokens, method.Name));
        var (kind, result) = Return(method);
        if (kind is ReturnKind.None) findings.Add(Finding.At(place, Findings.ReturnType, method.Name));
        if (result is not null && rules.WithoutCodec(result) is { } lost)
            findings.Add(Finding.At(place, Findings.NoCodec, $"The result of {method.Name}", lost.ToDisplayString()));
        foreach (var parameter in method.Parameters)
        {
            if (rules.WithoutCodec(parameter.Type) is { } missing)
                findings.Add(Finding.At(place, Findings.NoCodec, $"{method.Name}({parameter.Name})", missing.ToDisplayString()));
        }
    }

    private void EmitCall(StringBuilder code, IMethodSymbol method, string request)
    {
        var (kind, result) = Return(method);
        var parameters = string.Join(", ", method.Parameters.Select(parameter => $"{parameter.Type.Code()} {Name(parameter)}"));
        var generics = method.TypeParameters;
        code.AppendLine($"        {method.ReturnType.Code()} {method.ContainingType.Code()}.{method.Name}{generics.List()}({parameters})"
            + generics.InheritedConstraints()).AppendLine("        {");
        var copied = method.Parameters.Count(NeedsCopy);
        if (copied > 1) code.AppendLine($"            var copies = new {Copying}.CopyContext();");
        var arguments = string.Join(", ", method.Parameters.Select((parameter, i) => $"A{i} = {Argument(parameter, copied)}"));
        code.AppendLine($"            var request = new {request} {{ {arguments} }};");
        code.AppendLine("            " + (kind, IsOneWay(method)) switch
        {
            (ReturnKind.Void, _) => "Invoke(request);",
            (ReturnKind.Enumerable, _) => "return Enumerate(request);",
            (ReturnKind.Task, true) => $"Invoke(request); return {Task}.CompletedTask;",
            (ReturnKind.ValueTask, true) => "Invoke(request); return default;",
            (ReturnKind.Task, _) => "return InvokeAsync(request);",
            _ => result is null ? $"return new {ValueTask}(InvokeAsync(request));"
                : $"return new {ValueTask}<{result.Code()}>(InvokeAsync(request));",
        });
        code.AppendLine("        }");
    }

    private string Argument(IParameterSymbol parameter, int copied) =>
        !NeedsCopy(parameter) ? Name(parameter)
        : copied > 1 ? $"{Support}.DeepCopy.Of({Name(parameter)}, copies)"
        : $"{Support}.DeepCopy.Of({Name(parameter)})";

    private void EmitRequest(StringBuilder code, IMethodSymbol method, string request)
    {
        var (kind, result) = Return(method);
        var count = method.Parameters.Length;
        var isSequence = kind is ReturnKind.Enumerable;
        var parent = $"{Support}.{(isSequence ? "EnumerableRequest" : "TaskRequest")}{(result is null ? "" : $"<{result.Code()}>")}";
        var generics = method.TypeParameters;
        code.AppendLine($"        internal sealed class {request}{generics.List()} : {parent}{generics.Constraints()}").AppendLine("        {");
        code.AppendLine($"            private static readonly {Support}.RequestShape Called = {Shape(method, kind)};");
        for (var i = 0; i < count; i++) code.AppendLine($"            public {method.Parameters[i].Type.Code()} A{i} = default!;");
        code.AppendLine($"            public override {Support}.RequestShape Shape => Called;");
        EmitArguments(code, method);
        if (method.Parameters.FirstOrDefault(IsToken) is { } token)
            code.AppendLine($"            {_access} override {Token} Cancellation {{ get => A{token.Ordinal}; set => A{token.Ordinal} = value; }}");
        var arguments = string.Join(", ", Enumerable.Range(0, count).Select(i => $"A{i}"));
        var call = $"(({method.ContainingType.Code()})target).{method.Name}{generics.List()}({arguments})";
        code.AppendLine($"            {_access} override {(isSequence ? method.ReturnType.Code() : Task)} Invoke(object target){kind switch
        {
            ReturnKind.Void => $" {{ {call}; return {Task}.CompletedTask; }}",
            ReturnKind.ValueTask => $" => {call}.AsTask();",
            _ => $" => {call};",
        }}");
        if (!isSequence && result is not null && !rules.IsImmutable(result))
        {
            var copied = result.Code();
            code.AppendLine($"            protected override {copied} CopyResult({copied} result) => {Support}.DeepCopy.Of(result);");
        }
        code.AppendLine("        }");
    }

    private static void EmitArguments(StringBuilder code, IMethodSymbol method)
    {
        var count = method.Parameters.Length;
        code.AppendLine($"            public override int GetArgumentCount() => {count};");
        if (count == 0) return;
        var gets = string.Join(" ", Enumerable.Range(0, count).Select(i => $"{i} => A{i},"));
        code.AppendLine($"            public override object? GetArgument(int index) => index switch {{ {gets} _ => base.GetArgument(index) }};");
        var sets = string.Join(" ", method.Parameters.Select((parameter, i) => $"case {i}: A{i} = ({parameter.Type.Code()})value!; break;"));
        code.AppendLine("            public override void SetArgument(int index, object? value)").AppendLine("            {");
        code.AppendLine($"                switch (index) {{ {sets} default: base.SetArgument(index, value); break; }}").AppendLine("            }");
    }

    private static string Shape(IMethodSymbol method, ReturnKind kind)
    {
        var types = string.Join(", ", method.Parameters.Select(parameter => parameter.Type.TypeOf()));
        var timeout = method.Find(Names.ResponseTimeout)?.ConstructorArguments[0].Value as string;
        var ticks = timeout is null ? 0 : TimeSpan.Parse(timeout, CultureInfo.InvariantCulture).Ticks;
        var arguments = method.IsGenericMethod ? $", TypeArguments = [{string.Join(", ", method.TypeParameters.Select(one => one.TypeOf()))}]" : "";
        return $"new({method.ContainingType.TypeOf()}, \"{method.Name}\", [{types}]) {{ AlwaysInterleave = {Literal(method.Has(Names.AlwaysInterleave))}, "
            + $"ReadOnly = {Literal(method.Has(Names.ReadOnly))}, OneWay = {Literal(kind is ReturnKind.Void || IsOneWay(method))}, "
            + $"ResponseTimeoutTicks = {ticks}{arguments} }}";
    }

    private static (ReturnKind Kind, ITypeSymbol? Result) Return(IMethodSymbol method) => method.ReturnType.OriginalDefinition.MetadataName() switch
    {
        "System.Void" => (ReturnKind.Void, null),
        "System.Threading.Tasks.Task" => (ReturnKind.Task, null),
        "System.Threading.Tasks.ValueTask" => (ReturnKind.ValueTask, null),
        "System.Threading.Tasks.Task`1" => (ReturnKind.Task, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]),
        "System.Threading.Tasks.ValueTask`1" => (ReturnKind.ValueTask, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]),
        "System.Collections.Generic.IAsyncEnumerable`1" => (ReturnKind.Enumerable, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]),
        _ => (ReturnKind.None, null),
    };

    private static bool IsOneWay(IMethodSymbol method) => method.Has(Names.OneWay);

    private static bool IsToken(IParameterSymbol parameter) => parameter.Type.MetadataName() == Names.CancellationToken;

    private bool NeedsCopy(IParameterSymbol parameter) => !parameter.Has(Names.Immutable) && !rules.IsImmutable(parameter.Type);

    private static string Name(IParameterSymbol parameter) => "@" + parameter.Name;

    private static string Literal(bool value) => value ? "true" : "false";

    private static string Literal(string? value) => value is null ? "null" : value.Literal();

    private enum ReturnKind
    {
        None,
        Void,
        Task,
        ValueTask,
        Enumerable,
    }
}
