using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fincord.Compat.Orleans.CodeGenerator;

/// <summary>Writes the type parameters of generic types and methods.</summary>
internal static class TypeParameters
{
    /// <summary>All parameters of a type, those of the types around it first, as reflection counts them.</summary>
    public static ImmutableArray<ITypeParameterSymbol> AllTypeParameters(this INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? outer.AllTypeParameters().AddRange(type.TypeParameters) : type.TypeParameters;

    /// <summary>As a list of parameters or arguments; empty when there are none.</summary>
    public static string List(this ImmutableArray<ITypeParameterSymbol> parameters) =>
        parameters.IsEmpty ? "" : $"<{string.Join(", ", parameters.Select(one => one.Code()))}>";

    /// <summary>The same without names, for typeof.</summary>
    public static string UnboundList(this ImmutableArray<ITypeParameterSymbol> parameters) =>
        parameters.IsEmpty ? "" : $"<{new string(',', parameters.Length - 1)}>";

    /// <summary>The constraints, as a class that has the same parameters needs them.</summary>
    public static string Constraints(this ImmutableArray<ITypeParameterSymbol> parameters) => Clauses(parameters, parameter =>
    {
        var rules = new List<string>();
        if (parameter.HasReferenceTypeConstraint) rules.Add("class");
        if (parameter.HasUnmanagedTypeConstraint) rules.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint) rules.Add("struct");
        if (parameter.HasNotNullConstraint) rules.Add("notnull");
        rules.AddRange(parameter.ConstraintTypes.Select(one => one.Code()));
        if (parameter.HasConstructorConstraint) rules.Add("new()");
        return string.Join(", ", rules);
    });

    /// <summary>The constraints, as the implementation of an interface's generic method repeats them: only enough to tell what T? means.</summary>
    public static string InheritedConstraints(this ImmutableArray<ITypeParameterSymbol> parameters) =>
        Clauses(parameters, parameter => parameter.IsReferenceType ? "class" : parameter.IsValueType ? "struct" : "default");

    private static string Clauses(ImmutableArray<ITypeParameterSymbol> parameters, Func<ITypeParameterSymbol, string> rules) => string.Concat(
        parameters.Select(parameter => (parameter, rules: rules(parameter))).Where(one => one.rules.Length > 0)
            .Select(one => $" where {one.parameter.Code()} : {one.rules}"));
}
