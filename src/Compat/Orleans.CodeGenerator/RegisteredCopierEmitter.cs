using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Fincord.Compat.Orleans.CodeGenerator;

/// <summary>Writes the copiers behind [RegisterConverter] and [RegisterCopier] classes, for the types that these bring along.</summary>
internal sealed class RegisteredCopierEmitter(INamedTypeSymbol type, CodecRules rules)
{
    private const string Support = "global::Fincord.OrleansCompat";

    public GeneratedPart Emit()
    {
        var name = type.Identifier();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (!type.IsAccessible()) findings.Add(Finding.At(type, Findings.NotAccessible, type.Name));
        if (!type.InstanceConstructors.Any(one => one.Parameters.IsEmpty && one.DeclaredAccessibility >= Accessibility.Internal))
            findings.Add(Finding.At(type, Findings.NotSupported, type.Name, "converters and copiers without a public constructor that takes nothing"));
        var (code, registration, copied) = (new StringBuilder(), new List<string>(), new List<string>());
        code.AppendLine("namespace OrleansGenerated").AppendLine("{");
        foreach (var (target, parent) in CodecRules.RegisteredBy(type))
        {
            if (parent.TypeArguments.Skip(1).Select(rules.WithoutCodec).FirstOrDefault(one => one is not null) is { } missing)
                findings.Add(Finding.At(type, Findings.NoCodec, $"The surrogate of {target.Name}", missing.ToDisplayString()));
            if (!HasParametersOf(target))
                findings.Add(Finding.At(type, Findings.NotSupported, type.Name, $"type parameters other than those of {target.ToDisplayString()}"));
            var copier = $"{name}_Copier{copied.Count}";
            var kind = parent.TypeArguments.Length == 1 ? "Copier" : "Converter";
            EmitCopier(code, copier, kind, parent);
            registration.Add(Registration(copier, kind, target));
            copied.Add(target.TypeOfDefinition());
        }
        code.AppendLine("}");
        return findings.Count > 0
            ? new(name, "", "", null, findings.ToImmutable())
            : new(name, code.ToString(), string.Join(" ", registration), null, []) { CopiedTypes = [.. copied] };
    }

    // The copier of Foreign<int> is found by giving its arguments to the converter.
    private bool HasParametersOf(INamedTypeSymbol target)
    {
        var parameters = type.AllTypeParameters();
        return parameters.IsEmpty || target.TypeArguments.SequenceEqual<ITypeSymbol, ITypeSymbol>(parameters, SymbolEqualityComparer.Default);
    }

    private void EmitCopier(StringBuilder code, string name, string kind, INamedTypeSymbol parent)
    {
        var parameters = type.AllTypeParameters();
        var arguments = string.Join(", ", parent.TypeArguments.Select(one => one.Code()));
        code.AppendLine($"    internal sealed class {name}{parameters.List()}() "
            + $": {Support}.Registered{kind}<{arguments}>(new {type.Code()}()){parameters.Constraints()};");
    }

    private string Registration(string name, string kind, INamedTypeSymbol target)
    {
        var parameters = type.AllTypeParameters();
        return parameters.IsEmpty
            ? $"registry.Add{kind}<{target.Code()}>(new {name}());"
            : $"registry.AddGeneric{kind}({target.TypeOfDefinition()}, typeof({name}{parameters.UnboundList()}));";
    }
}
