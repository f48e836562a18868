using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Fincord.Compat.Orleans.CodeGenerator;

/// <summary>What is wrong with grain interfaces and messages. The ORLEANS ids are those of Orleans' own analyzers; the others are ours.</summary>
internal static class Findings
{
    public static readonly DiagnosticDescriptor AlwaysInterleaveOnClass = Error(
        "ORLEANS0001", "[AlwaysInterleave] must only be used on the grain interface method and not the grain class method");

    public static readonly DiagnosticDescriptor ReferenceParameter = Error(
        "ORLEANS0002", "Grain interface method '{0}' has a ref, out or in parameter");

    public static readonly DiagnosticDescriptor MissingId = Error(
        "ORLEANS0004", "Member '{0}' of [GenerateSerializer] type '{1}' needs [Id(n)] or [NonSerialized]");

    public static readonly DiagnosticDescriptor Property = Error(
        "ORLEANS0008", "Grain interface '{0}' must not contain properties or events");

    public static readonly DiagnosticDescriptor ReturnType = Error(
        "ORLEANS0009", "Grain interface method '{0}' must return Task, Task<T>, ValueTask, ValueTask<T>, IAsyncEnumerable<T> or void");

    public static readonly DiagnosticDescriptor DuplicateAlias = Error(
        "ORLEANS0011", "The alias '{0}' is used more than once");

    public static readonly DiagnosticDescriptor DuplicateId = Error(
        "ORLEANS0012", "The id {0} is used more than once in '{1}'");

    public static readonly DiagnosticDescriptor NoCodec = Error(
        "FINCORD1001", "'{0}' has the type '{1}', which has no codec: it needs [GenerateSerializer]");

    public static readonly DiagnosticDescriptor RecordStructParameterWithoutId = Error(
        "FINCORD1002", "Parameter '{0}' of record struct '{1}' needs [property: Id(n)]: without it the value would be lost on the wire");

    public static readonly DiagnosticDescriptor SeveralTokens = Error(
        "FINCORD1003", "Grain interface method '{0}' has more than one CancellationToken");

    public static readonly DiagnosticDescriptor NotAccessible = Error(
        "FINCORD1004", "'{0}' is not accessible to generated code: it must be public or internal");

    public static readonly DiagnosticDescriptor NotSupported = Error(
        "FINCORD1005", "'{0}': {1} are not part of this implementation of Orleans");

    public static readonly DiagnosticDescriptor NameWithoutArity = Error(
        "FINCORD1006", "The name '{0}' of the generic type '{1}' must end with `{2}");

    private static DiagnosticDescriptor Error(string id, string message) =>
        new(id, message, message, "Orleans", DiagnosticSeverity.Error, isEnabledByDefault: true);
}

/// <summary>A finding at its place, comparable so that unchanged sources are not generated again.</summary>
internal sealed record Finding(DiagnosticDescriptor Descriptor, string Path, TextSpan Span, LinePositionSpan Lines, string Arguments)
{
    private const char Separator = '\u001f';

    public static Finding At(ISymbol symbol, DiagnosticDescriptor descriptor, params string[] arguments)
    {
        var location = symbol.Locations[0];
        return new(descriptor, location.SourceTree?.FilePath ?? "", location.SourceSpan, location.GetLineSpan().Span,
            string.Join(Separator.ToString(), arguments));
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location.Create(Path, Span, Lines), [.. Arguments.Split(Separator)]);
}
