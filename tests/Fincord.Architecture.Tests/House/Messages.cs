using System.Reflection;

namespace Fincord.Architecture.Tests.House;

/// <summary>The types that travel between grains or are kept by them, and the interfaces they travel through. Orleans' attributes are known by name.</summary>
internal static class Messages
{
    private const BindingFlags OwnInstance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>All types with a generated serializer, by alias.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [.. new[] { Assemblies.Domain, Assemblies.Contracts, Assemblies.Grains }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => Has(type, "GenerateSerializerAttribute") && !CodeScan.IsGenerated(type))
            .OrderBy(AliasOf, StringComparer.Ordinal)];

    /// <summary>All interfaces of grains and observers.</summary>
    public static IReadOnlyList<Type> Interfaces { get; } =
        [.. Assemblies.Contracts.GetTypes()
            .Where(type => type.IsInterface && type.GetInterfaces().Any(parent => parent.Name == "IAddressable"))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)];

    public static bool Has(MemberInfo member, string attribute) => member.CustomAttributes.Any(data => data.AttributeType.Name == attribute);

    public static string? AliasOf(MemberInfo member) => Argument(member, "AliasAttribute") as string;

    /// <summary>The data members on the wire in their order: parameters of the primary constructor, then what carries an Id.</summary>
    public static IEnumerable<(string Order, string Name, Type Type)> MembersOf(Type type)
    {
        var numbered =
            from property in type.GetProperties(OwnInstance)
            let id = Argument(property, "IdAttribute")
            where id is not null
            orderby (uint)id
            select ($"{id}", property.Name, property.PropertyType);
        if (type.IsValueType) return numbered;
        var constructor = PrimaryConstructorOf(type);
        return constructor.GetParameters().Select((parameter, at) => ($"({at})", parameter.Name!, parameter.ParameterType)).Concat(numbered);
    }

    /// <summary>The constructor that a record declares with its name.</summary>
    public static ConstructorInfo PrimaryConstructorOf(Type type) =>
        type.GetConstructors().Where(constructor => constructor.GetParameters() is not [{ ParameterType: var only }] || only != type)
            .MaxBy(constructor => constructor.GetParameters().Length)
        ?? throw new InvalidOperationException($"{type} has no public constructor.");

    private static object? Argument(MemberInfo member, string attribute) =>
        member.CustomAttributes.FirstOrDefault(data => data.AttributeType.Name == attribute)?.ConstructorArguments[0].Value;
}
