using System.CommandLine;
using Fincord.Cli.Server;
using Fincord.Domain.Markets;

namespace Fincord.Cli.Trading;

/// <summary>The options <c>--from</c> and <c>--to</c>: a range of an account's past.</summary>
internal sealed class RangeOptions
{
    /// <summary>The first moment.</summary>
    public Option<Timestamp?> From { get; } = Arguments.Time("--from", "Begin at this time (UTC); 30 days before the end by default.");

    /// <summary>The moment after the last.</summary>
    public Option<Timestamp?> To { get; } = Arguments.Time("--to", "End before this time (UTC); now by default.");

    /// <summary>The path with the range.</summary>
    public RestPath Add(ParseResult parsed, RestPath path) =>
        path.With("from", parsed.GetValue(From)?.ToString()).With("to", parsed.GetValue(To)?.ToString());
}
