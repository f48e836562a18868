using System.Collections.Immutable;

namespace Fincord.Compat.Orleans.CodeGenerator;

/// <summary>What one type of the compilation gives: a file, a line of the manifest, or findings.</summary>
/// <param name="Name">The type's name, as part of file and class names.</param>
/// <param name="Source">The generated file; empty when none is needed.</param>
/// <param name="Registration">The statements that tell the type to the registry.</param>
/// <param name="Alias">The alias, and its place, to find duplicates.</param>
/// <param name="Findings">What is wrong with the type.</param>
internal sealed record GeneratedPart(string Name, string Source, string Registration, Finding? Alias, ImmutableArray<Finding> Findings)
{
    /// <summary>The types that have their copiers from here though they are declared elsewhere, as typeof writes them.</summary>
    public ImmutableArray<string> CopiedTypes { get; init; } = [];

    public bool Equals(GeneratedPart? other) => other is not null
        && (Name, Source, Registration, Alias) == (other.Name, other.Source, other.Registration, other.Alias)
        && Findings.SequenceEqual(other.Findings) && CopiedTypes.SequenceEqual(other.CopiedTypes);

    public override int GetHashCode() => (Name, Source).GetHashCode();
}
