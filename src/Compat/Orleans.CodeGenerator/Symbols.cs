using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fincord.Compat.Orleans.CodeGenerator;

/// <summary>Names and attributes of symbols.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat FullName = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type as source code writes it anywhere.</summary>
    public static string Code(this ITypeSymbol type) => type.Written(FullName);

    /// <summary>The type as source code writes it in typeof: nullable annotations are not allowed there.</summary>
    public static string TypeOf(this ITypeSymbol type) =>
        $"typeof({type.WithNullableAnnotation(NullableAnnotation.None).Written(SymbolDisplayFormat.FullyQualifiedFormat)})";

    /// <summary>The generic type without arguments, for typeof.</summary>
    public static string TypeOfDefinition(this INamedTypeSymbol type) =>
        type.IsGenericType ? type.ConstructUnboundGenericType().TypeOf() : type.TypeOf();

    // A method's type parameter may have the name of one of the type that inherits the method: here it gets another.
    private static string Written(this ITypeSymbol type, SymbolDisplayFormat format) => string.Concat(type.ToDisplayParts(format).Select(
        part => part.Symbol is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } ? $"{part}_" : part.ToString()));

    /// <summary>The metadata name with its namespace: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string MetadataName(this ITypeSymbol type) =>
        type.ContainingType is { } outer ? $"{outer.MetadataName()}+{type.MetadataName}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } ns ? $"{ns.ToDisplayString()}.{type.MetadataName}"
        : type.MetadataName;

    /// <summary>The type's name as part of another identifier; different types have different ones.</summary>
    public static string Identifier(this ITypeSymbol type) => string.Concat(type.MetadataName().Select(letter => letter switch
    {
        '.' => "_",
        '_' => "__",
        '+' => "_0",
        '`' => "_1",
        _ => letter.ToString(),
    }));

    public static bool Has(this ISymbol symbol, string attribute) => symbol.GetAttributes().Any(one => one.Is(attribute));

    public static AttributeData? Find(this ISymbol symbol, string attribute) => symbol.GetAttributes().FirstOrDefault(one => one.Is(attribute));

    public static bool Is(this AttributeData attribute, string name) => attribute.AttributeClass?.MetadataName() == name;

    public static string? Alias(this ISymbol symbol) => symbol.Find(Names.Alias)?.ConstructorArguments[0].Value as string;

    /// <summary>The statement that tells the alias to the registry; empty when there is none.</summary>
    public static string RegistrationOfAlias(this INamedTypeSymbol type) =>
        type.Alias() is { } alias ? $" registry.AddAlias({alias.Literal()}, {type.TypeOfDefinition()});" : "";

    /// <summary>The text as source code.</summary>
    public static string Literal(this string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static bool Implements(this ITypeSymbol type, string interfaceName) => type.AllInterfaces.Any(one => one.MetadataName() == interfaceName);

    public static bool DerivesFrom(this ITypeSymbol type, string className)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (one.MetadataName() == className) return true;
        }
        return false;
    }

    /// <summary>Whether code elsewhere in the same project can name the type.</summary>
    public static bool IsAccessible(this INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && !type.IsFileLocal && (type.ContainingType is null || type.ContainingType.IsAccessible());

    /// <summary>A name that is given to a generic type must tell its arity, because the arguments follow it wherever it is written.</summary>
    public static void CheckArity(this INamedTypeSymbol type, string? name, ImmutableArray<Finding>.Builder findings)
    {
        var arity = type.AllTypeParameters().Length;
        if (name is not null && arity > 0 && !name.EndsWith($"`{arity}", StringComparison.Ordinal))
            findings.Add(Finding.At(type, Findings.NameWithoutArity, name, type.Name, arity.ToString()));
    }

    /// <summary>The fields that an object of the type itself has, those behind properties included.</summary>
    public static IEnumerable<IFieldSymbol> InstanceFields(this ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic);

    /// <summary>The property of a backing field, or the field.</summary>
    public static ISymbol Member(this IFieldSymbol field) => field.AssociatedSymbol ?? field;

    /// <summary>The parameters of a record's primary constructor.</summary>
    public static ImmutableArray<IParameterSymbol> PrimaryParameters(this INamedTypeSymbol type)
    {
        if (!type.IsRecord) return [];
        foreach (var constructor in type.InstanceConstructors)
        {
            // That of a record has its parameter list on the type's own declaration.
            if (constructor.DeclaringSyntaxReferences.Any(one => one.GetSyntax() is RecordDeclarationSyntax))
                return constructor.Parameters;
        }
        return [];
    }
}

/// <summary>Metadata names.</summary>
internal static class Names
{
    public const string Alias = "Orleans.AliasAttribute";
    public const string GenerateSerializer = "Orleans.GenerateSerializerAttribute";
    public const string Id = "Orleans.IdAttribute";
    public const string Immutable = "Orleans.ImmutableAttribute";
    public const string RegisterConverter = "Orleans.RegisterConverterAttribute";
    public const string RegisterCopier = "Orleans.RegisterCopierAttribute";
    public const string Converter = "Orleans.IConverter`2";
    public const string DeepCopier = "Orleans.Serialization.Cloning.IDeepCopier`1";
    public const string GrainType = "Orleans.GrainTypeAttribute";
    public const string NonSerialized = "System.NonSerializedAttribute";
    public const string AlwaysInterleave = "Orleans.Concurrency.AlwaysInterleaveAttribute";
    public const string ReadOnly = "Orleans.Concurrency.ReadOnlyAttribute";
    public const string OneWay = "Orleans.Concurrency.OneWayAttribute";
    public const string ResponseTimeout = "Orleans.ResponseTimeoutAttribute";
    public const string Addressable = "Orleans.Runtime.IAddressable";
    public const string GrainBase = "Orleans.IGrainBase";
    public const string Grain = "Orleans.IGrain";
    public const string Exception = "System.Exception";
    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string CopiedType = "Fincord.OrleansCompat.CopiedTypeAttribute";
    public const string TypeManifest = "Fincord.OrleansCompat.TypeManifestAttribute";
}
