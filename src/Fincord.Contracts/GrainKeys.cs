using Fincord.Domain.Markets;

namespace Fincord.Contracts;

/// <summary>Grain keys. Each has a prefix that is no hexadecimal digit, because storage takes hex-like keys for numbers.</summary>
public static class GrainKeys
{
    private const string InstrumentPrefix = "instr:";

    /// <summary>The key of an instrument's grain: <c>instr:42</c>.</summary>
    public static string Instrument(InstrumentId id) => InstrumentPrefix + id.Value;

    /// <summary>The instrument of a key made by <see cref="Instrument"/>; throws <see cref="FormatException"/> for another key.</summary>
    public static InstrumentId ToInstrumentId(string key) =>
        key.StartsWith(InstrumentPrefix, StringComparison.Ordinal) && long.TryParse(key.AsSpan(InstrumentPrefix.Length), out var id)
            ? new(id)
            : throw new FormatException($"'{key}' is not the key of an instrument's grain.");
}
