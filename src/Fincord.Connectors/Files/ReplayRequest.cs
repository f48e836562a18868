using Fincord.Domain.Markets;

namespace Fincord.Connectors.Files;

/// <summary>A file to replay.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Key">The instrument that its records are of; registered with defaults when new.</param>
/// <param name="Speed">How many times faster than it happened; infinite: as fast as it can be kept.</param>
public sealed record ReplayRequest(string Path, InstrumentKey Key, double Speed);
