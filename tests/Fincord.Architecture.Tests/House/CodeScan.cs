using System.CodeDom.Compiler;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Fincord.Architecture.Tests.House;

/// <summary>What the code of a type uses.</summary>
/// <param name="User">The type, written by hand.</param>
/// <param name="Used">A type or member that it inherits, carries as an attribute, shows in a signature or touches in a body.</param>
internal readonly record struct Use(Type User, MemberInfo Used);

/// <summary>Reads out of an assembly what its handwritten code uses: declarations and the instructions of all bodies.</summary>
internal static class CodeScan
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Where the serializer generators of Orleans and of src/Compat put their code.
    private static readonly string[] GeneratedNamespaces = ["OrleansCodeGen", "OrleansGenerated"];

    private static readonly Dictionary<short, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>All uses; code that a generator wrote is left out.</summary>
    public static IEnumerable<Use> UsesOf(Assembly assembly) =>
        from type in assembly.GetTypes()
        where !IsGenerated(type)
        from used in DeclarationOf(type).Concat(type.GetMembers(Declared).SelectMany(UsesOf)).SelectMany(Unfold)
        select new Use(type, used);

    /// <summary>Whether a source generator wrote the type. What the compiler itself makes, such as a closure, is part of handwritten code.</summary>
    public static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false)
        || type.Namespace is { } home && Array.Exists(GeneratedNamespaces, name => home == name || home.StartsWith(name + ".", StringComparison.Ordinal))
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static IEnumerable<MemberInfo> DeclarationOf(Type type)
    {
        if (type.BaseType is { } parent) yield return parent;
        foreach (var contract in OwnInterfacesOf(type)) yield return contract;
        foreach (var used in AttributesOf(type.CustomAttributes)) yield return used;
    }

    // Those that it names itself, not those that come with its base class or with another interface.
    private static IEnumerable<Type> OwnInterfacesOf(Type type)
    {
        var all = type.GetInterfaces();
        return all.Except(type.BaseType?.GetInterfaces() ?? []).Except(all.SelectMany(contract => contract.GetInterfaces()));
    }

    private static IEnumerable<MemberInfo> UsesOf(MemberInfo member) =>
        AttributesOf(member.CustomAttributes).Concat(member switch
        {
            FieldInfo field => [field.FieldType],
            PropertyInfo property => [property.PropertyType],
            MethodBase method => SignatureOf(method).Concat(BodyOf(method)),
            _ => [],
        });

    private static IEnumerable<MemberInfo> AttributesOf(IEnumerable<CustomAttributeData> attributes) =>
        attributes.SelectMany(attribute => attribute.NamedArguments.Select(argument => argument.MemberInfo).Prepend(attribute.AttributeType));

    private static IEnumerable<MemberInfo> SignatureOf(MethodBase method)
    {
        if (method is MethodInfo { ReturnType: var result }) yield return result;
        foreach (var parameter in method.GetParameters())
        {
            yield return parameter.ParameterType;
            foreach (var used in AttributesOf(parameter.CustomAttributes)) yield return used;
        }
    }

    private static IEnumerable<MemberInfo> BodyOf(MethodBase method)
    {
        if (method.IsDefined(typeof(GeneratedCodeAttribute)) || method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var value = (short)il[at++];
            if (value == 0xFE) value = unchecked((short)(0xFE00 | il[at++]));
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
            at += Length(operand, il, at);
        }
    }

    private static int Length(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
        _ => 4,
    };

    // A constructed type or method is its definition and its arguments.
    private static IEnumerable<MemberInfo> Unfold(MemberInfo member)
    {
        switch (member)
        {
            case Type { HasElementType: true } type:
                return Unfold(type.GetElementType()!);
            case Type { IsGenericParameter: true }:
                return [];
            case Type { IsConstructedGenericType: true } type:
                return type.GetGenericArguments().SelectMany(Unfold).Prepend(type.GetGenericTypeDefinition());
            case MethodInfo { IsGenericMethod: true, IsGenericMethodDefinition: false } method:
                return method.GetGenericArguments().SelectMany(Unfold).Concat(UnfoldOwner(method.GetGenericMethodDefinition()));
            case Type type:
                return [type];
            default:
                return UnfoldOwner(member);
        }
    }

    private static IEnumerable<MemberInfo> UnfoldOwner(MemberInfo member) =>
        (member.DeclaringType is { } owner ? Unfold(owner) : []).Append(member);

    /// <summary>Whether a method is called on its first argument, as an extension.</summary>
    public static bool IsExtension(this MemberInfo member) => member is MethodBase method && method.IsDefined(typeof(ExtensionAttribute), inherit: false);
}
