using System.Collections.Immutable;
using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Files;

/// <summary>Some consecutive records of a market data file, in the file's order.</summary>
/// <param name="Trades">The trades, when the file holds trades; their source sequence is the record's place in the file, from 1.</param>
/// <param name="Bars">The bars, when the file holds bars; their source sequence is the same.</param>
/// <param name="Rejected">The records that could not be used.</param>
public sealed record MarketFileBatch(ImmutableArray<TradePrint> Trades, ImmutableArray<Bar> Bars, ImmutableArray<RejectedRecord> Rejected);

/// <summary>A record of a market data file that could not be used.</summary>
/// <param name="Ordinal">Its place among the file's records, from 1.</param>
/// <param name="Line">The line it starts on, from 1.</param>
/// <param name="Code">Why: a code of <see cref="Contracts.RefusalCodes"/>.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Record">The record as it stands in the file, cut at 4,096 characters.</param>
public sealed record RejectedRecord(long Ordinal, long Line, string Code, string Reason, string Record)
{
    /// <summary>This record for quarantine.</summary>
    /// <param name="source">The file's <see cref="MarketFile.Source"/>.</param>
    /// <param name="receivedAt">When the file was read.</param>
    public QuarantinedRecord ToQuarantine(string source, Timestamp receivedAt) => new(source, Line, Code, Reason, Record, receivedAt);
}
