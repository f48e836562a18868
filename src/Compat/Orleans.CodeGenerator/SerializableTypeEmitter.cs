using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Fincord.Compat.Orleans.CodeGenerator;

/// <summary>Writes the copier of a [GenerateSerializer] type; one that is immutable is only told to the registry.</summary>
internal sealed class SerializableTypeEmitter(INamedTypeSymbol type, CodecRules rules)
{
    private const string Support = "global::Fincord.OrleansCompat";
    private const string Copying = "global::Orleans.Serialization.Cloning";
    private const string Accessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";

    public GeneratedPart Emit()
    {
        var name = type.Identifier();
        var alias = type.Alias() is { } text ? Finding.At(type, Findings.DuplicateAlias, text) : null;
        var findings = type.TypeKind is TypeKind.Enum ? [] : Check();
        if (!findings.IsEmpty) return new(name, "", "", alias, findings);
        if (type.TypeKind is TypeKind.Enum || type.DerivesFrom(Names.Exception)) return new(name, "", type.RegistrationOfAlias(), alias, []);
        if (rules.IsImmutable(type))
            return new(name, "", $"registry.AddImmutable({type.TypeOfDefinition()});{type.RegistrationOfAlias()}", alias, []);
        // Objects of an abstract class have the copiers of their own classes; they ask it for its part.
        var parameters = type.AllTypeParameters();
        var registration = parameters.IsEmpty
            ? $"registry.AddCopier<{type.Code()}>(new {name}_Copier());"
            : $"registry.AddGenericCopier({type.TypeOfDefinition()}, typeof({name}_Copier{parameters.UnboundList()}));";
        return new(name, EmitCopier(name + "_Copier", parameters), registration + type.RegistrationOfAlias(), alias, []);
    }

    private ImmutableArray<Finding> Check()
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (!type.IsAccessible()) findings.Add(Finding.At(type, Findings.NotAccessible, type.Name));
        var positional = new HashSet<string>(type.PrimaryParameters().Select(parameter => parameter.Name));
        var ids = new HashSet<uint>();
        // 1 is PublicProperties.
        var implicitIds = type.Find(Names.GenerateSerializer)!.NamedArguments.Any(one => one is { Key: "GenerateFieldIds", Value.Value: 1 });
        foreach (var field in type.InstanceFields())
        {
            if (field.IsImplicitlyDeclared && field.AssociatedSymbol is null) continue;
            var member = field.Member();
            if (field.Has(Names.NonSerialized) || member.Has(Names.NonSerialized)) continue;
            var id = member.Find(Names.Id)?.ConstructorArguments[0].Value as uint?;
            if (id is { } number && !ids.Add(number)) findings.Add(Finding.At(member, Findings.DuplicateId, number.ToString(), type.Name));
            if (id is null && positional.Contains(member.Name) && type.IsValueType)
                findings.Add(Finding.At(member, Findings.RecordStructParameterWithoutId, member.Name, type.Name));
            else if (id is null && !positional.Contains(member.Name)
                && !(implicitIds && member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public }))
                findings.Add(Finding.At(member, Findings.MissingId, member.Name, type.Name));
            if (rules.WithoutCodec(field.Type) is { } missing)
                findings.Add(Finding.At(member, Findings.NoCodec, $"{type.Name}.{member.Name}", missing.ToDisplayString()));
        }
        if (type.BaseType is { SpecialType: SpecialType.None } parent && type.TypeKind is TypeKind.Class && rules.WithoutCodec(parent) is not null)
            findings.Add(Finding.At(type, Findings.NoCodec, $"The base class of {type.Name}", parent.ToDisplayString()));
        return findings.ToImmutable();
    }

    private string EmitCopier(string name, ImmutableArray<ITypeParameterSymbol> parameters)
    {
        var code = new StringBuilder();
        code.AppendLine("namespace OrleansGenerated").AppendLine("{");
        var kind = type.IsValueType ? "StructCopier" : "ClassCopier";
        code.AppendLine($"    internal sealed class {name}{parameters.List()} : {Support}.{kind}<{type.Code()}>{parameters.Constraints()}").AppendLine("    {");
        var self = type.IsValueType ? $"ref {type.Code()} self" : $"{type.Code()} self";
        var pass = type.IsValueType ? "ref self" : "self";
        code.AppendLine($"        protected override void CopyMembers({self}, {Copying}.CopyContext copies)").AppendLine("        {");
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

    private bool NeedsWork(IFieldSymbol field) =>
        field.Has(Names.NonSerialized) || (!field.Member().Has(Names.Immutable) && !rules.IsImmutable(field.Type));
}
