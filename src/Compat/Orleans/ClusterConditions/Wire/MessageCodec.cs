using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans;

namespace Fincord.OrleansCompat;

/// <summary>
/// Types with [GenerateSerializer]: the members with an [Id], what a record's primary constructor declares, public properties where the
/// attribute asks for them, and nothing else. The rest is as the constructor without parameters leaves it, or zero when there is none.
/// </summary>
internal sealed class MessageCodec(Type type) : WireCodec
{
    private readonly FieldInfo[] _members = MembersOf(type);
    private readonly bool _hasConstructor = type.GetConstructor(Type.EmptyTypes) is not null;

    /// <summary>The fields that are sent of an object of this class, its base classes' first.</summary>
    public static FieldInfo[] MembersOf(Type type)
    {
        var own = type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)
            ? type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(IsSent)
            : [];
        return type.BaseType is { } parent ? [.. MembersOf(parent), .. own] : [.. own];
    }

    public override void Write(WireWriter writer, object value) => WriteMembers(writer, value, _members);

    public override object Read(WireReader reader, WireReader.Remember remember)
    {
        var message = _hasConstructor ? Activator.CreateInstance(type)! : RuntimeHelpers.GetUninitializedObject(type);
        remember.As(message);
        ReadMembers(reader, message, _members);
        return message;
    }

    public static void WriteMembers(WireWriter writer, object value, FieldInfo[] members)
    {
        foreach (var member in members) writer.Write(member.GetValue(value));
    }

    public static void ReadMembers(WireReader reader, object message, FieldInfo[] members)
    {
        foreach (var member in members) member.SetValue(message, reader.Read());
    }

    private static bool IsSent(FieldInfo field)
    {
        if (field.IsDefined(typeof(NonSerializedAttribute))) return false;
        var property = PropertyBehind(field);
        return (property as MemberInfo ?? field).IsDefined(typeof(IdAttribute))
            || (property is not null && (IsPositional(property) || HasImplicitId(property)));
    }

    private static bool HasImplicitId(PropertyInfo property) =>
        property.GetMethod is { IsPublic: true }
        && property.DeclaringType!.GetCustomAttribute<GenerateSerializerAttribute>() is { GenerateFieldIds: GenerateFieldIds.PublicProperties };

    private static PropertyInfo? PropertyBehind(FieldInfo field) => field.Name.StartsWith('<') && field.Name.IndexOf('>') is var end and > 1
        ? field.DeclaringType!.GetProperty(
            field.Name[1..end], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        : null;

    // The compiler gives a record a method Deconstruct with the parameters of its primary constructor.
    private static bool IsPositional(PropertyInfo property) =>
        property.DeclaringType!.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Any(method =>
            method.Name == "Deconstruct" && method.IsDefined(typeof(CompilerGeneratedAttribute))
            && method.GetParameters().Any(parameter => parameter.Name == property.Name));
}
