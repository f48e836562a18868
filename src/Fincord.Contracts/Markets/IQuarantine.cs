using Fincord.Domain.Markets;

namespace Fincord.Contracts.Markets;

/// <summary>Where records go that cannot be used, with the reason, so that they can be looked at and replayed. Never silently away.</summary>
public interface IQuarantine
{
    /// <summary>Keeps records; returns when they are on disk.</summary>
    Task Add(IReadOnlyList<QuarantinedRecord> records, CancellationToken cancellation);
}

/// <summary>A record that could not be used.</summary>
/// <param name="Source">Who told it.</param>
/// <param name="Line">Its line or place in the source, from 1; 0 when unknown.</param>
/// <param name="Code">Why: a code of <see cref="RefusalCodes"/>.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Record">The record as it came, cut at 4,096 characters.</param>
/// <param name="ReceivedAt">When we got it.</param>
public sealed record QuarantinedRecord(string Source, long Line, string Code, string Reason, string Record, Timestamp ReceivedAt);
