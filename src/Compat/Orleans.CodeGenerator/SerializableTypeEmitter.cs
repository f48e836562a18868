using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Fincord.Compat.Orleans.CodeGenerator;

/// <summary>Writes the copier of a [GenerateSerializer] type; one that is immutable is only told to the registry.</summary>
internal static class SerializableTypeEmitter
{
    private const string Support = "global::Fincord.OrleansCompat";
    private const string Accessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";

    public static GeneratedPart Emit(INamedTypeSymbol type)
    {
        var name = type.Identifier();
        var alias = type.Alias() is { } text ? Finding.At(type, Findings.DuplicateAlias, text) : null;
        var findings = type.TypeKind is TypeKind.Enum ? [] : Check(type);
        if (!findings.IsEmpty || type.TypeKind is TypeKind.Enum || type.DerivesFrom(Names.Exception)) return new(name, "", "", alias, findings);
        if (CodecRules.IsImmutable(type)) return new(name, "", $"registry.AddImmutable({type.TypeOfDefinition()});", alias, []);
        // Objects of an abstract class have the copiers of their own classes; they ask it for its part.
        var parameters = type.IsGenericType ? $"<{string.Join(", ", type.TypeParameters.Select(one => one.Name))}>" : "";
        var unbound = type.IsGenericType ? $"<{new string(',', type.TypeParameters.Length - 1)}>" : "";
        var registration = type.IsGenericType
            ? $"registry.AddGenericCopier({type.TypeOfDefinition()}, typeof({name}_Copier{unbound}));"
            : $"registry.AddCopier<{type.Code()}>(new {name}_Copier());";
        return new(name, EmitCopier(type, name + "_Copier", parameters), registration, alias, []);
    }

    private static ImmutableArray<Finding> Check(INamedTypeSymbol type)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (!type.IsAccessible()) findings.Add(Finding.At(type, Findings.NotAccessible, type.Name));
        var positional = new HashSet<string>(type.PrimaryParameters().Select(parameter => parameter.Name));
        var ids = new HashSet<uint>();
        foreach (var field in type.InstanceFields())
        {
            if (field.IsImplicitlyDeclared && field.AssociatedSymbol is null) continue;
            var member = field.Member();
            if (field.Has(Names.NonSerialized) || member.Has(Names.NonSerialized)) continue;
            var id = member.Find(Names.Id)?.ConstructorArguments[0].Value as uint?;
            if (id is { } number && !ids.Add(number)) findings.Add(Finding.At(member, Findings.DuplicateId, number.ToString(), type.Name));
            if (id is null && positional.Contains(member.Name) && type.IsValueType)
                findings.Add(Finding.At(member, Findings.RecordStructParameterWithoutId, member.Name, type.Name));
            else if (id is null && !positional.Contains(member.Name))
                findings.Add(Finding.At(member, Findings.MissingId, member.Name, type.Name));
            if (CodecRules.WithoutCodec(field.Type) is { } missing)
                findings.Add(Finding.At(member, Findings.NoCodec, $"{type.Name}.{member.Name}", missing.ToDisplayString()));
        }
        if (type.BaseType is { SpecialType: SpecialType.None } parent && type.TypeKind is TypeKind.Class && CodecRules.WithoutCodec(parent) is not null)
            findings.Add(Finding.At(type, Findings.NoCodec, $"The base class of {type.Name}", parent.ToDisplayString()));
        return findings.ToImmutable();
    }

    private static string EmitCopier(INamedTypeSymbol type, string name, string parameters)
    {
        var code = new StringBuilder();
        code.AppendLine("namespace OrleansGenerated").AppendLine("{");
        var kind = type.IsValueType ? "StructCopier" : "ClassCopier";
        code.AppendLine($"    internal sealed class {name}{parameters} : {Support}.{kind}<{type.Code()}>{Constraints(type)}").AppendLine("    {");
        var self = type.IsValueType ? $"ref {type.Code()} self" : $"{type.Code()} self";
        var pass = type.IsValueType ? "ref self" : "self";
        code.AppendLine($"        protected override void CopyMembers({self}, {Support}.CopyContext copies)").AppendLine("        {");
        if (type is { IsValueType: false, BaseType: { SpecialType: SpecialType.None } parent })
            code.AppendLine($"            CopyMembersOfBase<{parent.Code()}>(self, copies);");
        var accessors = new StringBuilder();
        var fields = type.InstanceFields().Where(NeedsWork).ToArray();
        for (var i = 0; i < fields.Length; i++)
        {
            var value = fields[i].Has(Names.NonSerialized) ? "default!" : $"{Support}.DeepCopy.Of(Field{i}({pass}), copies)";
            code.AppendLine($"            Field{i}({pass}) = {value};");
            accessors.AppendLine($"        [{Accessor}({Accessor}Kind.Field, Name = \"{fields[i].Name}\")]");
            accessors.AppendLine($"        private static extern ref {fields[i].Type.Code()} Field{i}({self});");
        }
        code.AppendLine("        }").Append(accessors).AppendLine("    }").AppendLine("}");
        return code.ToString();
    }

    private static bool NeedsWork(IFieldSymbol field) =>
        field.Has(Names.NonSerialized) || (!field.Member().Has(Names.Immutable) && !CodecRules.IsImmutable(field.Type));

    private static string Constraints(INamedTypeSymbol type)
    {
        var code = new StringBuilder();
        foreach (var parameter in type.TypeParameters)
        {
            var rules = new List<string>();
            if (parameter.HasReferenceTypeConstraint) rules.Add("class");
            if (parameter.HasUnmanagedTypeConstraint) rules.Add("unmanaged");
            else if (parameter.HasValueTypeConstraint) rules.Add("struct");
            if (parameter.HasNotNullConstraint) rules.Add("notnull");
            rules.AddRange(parameter.ConstraintTypes.Select(one => one.Code()));
            if (parameter.HasConstructorConstraint) rules.Add("new()");
            if (rules.Count > 0) code.Append($" where {parameter.Name} : {string.Join(", ", rules)}");
        }
        return code.ToString();
    }
}
