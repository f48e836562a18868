using System.CommandLine;
using System.CommandLine.Parsing;
using Fincord.Domain.Markets;
using Fincord.Domain.Serialization;
using Fincord.Domain.Trading;

namespace Fincord.Cli;

/// <summary>How the words of the command line become values; each failure is one sentence.</summary>
internal static class Arguments
{
    private const int MaxLimit = 1_000_000;

    /// <summary>The argument KEY.</summary>
    public static Argument<InstrumentKey> Key() => new("KEY")
    {
        Description = "The instrument, VENUE:SYMBOL, such as BINANCE:XRPETH.",
        CustomParser = ReadKey,
    };

    /// <summary>An option that is an instrument's key.</summary>
    public static Option<InstrumentKey?> KeyOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "KEY",
        CustomParser = result => ReadKey(result),
    };

    /// <summary>An option that is a moment: RFC 3339, or a date alone, which is its midnight in UTC.</summary>
    public static Option<Timestamp?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = Word(result);
            if (Timestamp.TryParse(text, null, out var time) || Timestamp.TryParse($"{text}T00:00:00Z", null, out time)) return time;
            result.AddError($"'{text}' is not a time such as 2026-01-02T15:04:05Z or 2026-01-02.");
            return null;
        },
    };

    /// <summary>An option that is a decimal number, taken to its last digit.</summary>
    public static Option<decimal?> Number(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => ReadNumber(result),
    };

    /// <summary>An argument that is a decimal number, taken to its last digit.</summary>
    public static Argument<decimal> Number(string name, string description) => new(name) { Description = description, CustomParser = ReadNumber };

    /// <summary>The argument SCOPE: the accounts that a kill switch or a budget is about.</summary>
    public static Argument<RiskScope> Scope() => new("SCOPE")
    {
        Description = "The accounts: all, venue:NAME, member:ID, bot:ID or fund:ID.",
        CustomParser = result =>
        {
            if (RiskScope.TryParse(Word(result), out var scope)) return scope;
            result.AddError($"'{Word(result)}' is not a scope: all, venue:NAME, member:ID, bot:ID or fund:ID.");
            return default;
        },
    };

    /// <summary>The option --key.</summary>
    public static Option<string?> IdempotencyKey() => new("--key")
    {
        Description = "Idempotency key: asking again with the same does nothing twice (a new one each time).",
        HelpName = "TEXT",
    };

    /// <summary>The required option --interval.</summary>
    public static Option<CandleInterval> Interval() => new("--interval", "-i")
    {
        Description = $"The length of a candle: {string.Join(' ', CandleIntervals.All)}.",
        HelpName = "INTERVAL",
        Required = true,
        CustomParser = result =>
        {
            var text = Word(result);
            foreach (var interval in CandleIntervals.All)
            {
                if (text.Equals(interval.ToString(), StringComparison.OrdinalIgnoreCase)) return interval;
            }
            result.AddError($"'{text}' is not an interval: one of {string.Join(' ', CandleIntervals.All)}.");
            return default;
        },
    };

    /// <summary>The option --limit.</summary>
    public static Option<int> Limit(string noun, int byDefault) => new("--limit", "-n")
    {
        Description = $"How many {noun} to show at most.",
        HelpName = "N",
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            if (int.TryParse(Word(result), out var limit) && limit is > 0 and <= MaxLimit) return limit;
            result.AddError($"--limit is a whole number from 1 to {MaxLimit:N0}, not '{Word(result)}'.");
            return 0;
        },
    };

    /// <summary>The address of a server.</summary>
    public static Uri? Server(string text, Action<string> refuse)
    {
        if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var server) && server.Scheme is "http" or "https" && server.Query.Length == 0)
            return server;
        refuse($"'{text}' is not the address of a server, such as {CliSurroundings.LocalServer}.");
        return null;
    }

    private static InstrumentKey ReadKey(ArgumentResult result)
    {
        if (InstrumentKey.TryParse(Word(result), out var key)) return key;
        result.AddError(InstrumentKey.Explain(Word(result)));
        return default;
    }

    private static decimal ReadNumber(ArgumentResult result)
    {
        if (DecimalText.TryParse(Word(result), out var number)) return number;
        result.AddError($"'{Word(result)}' is not a decimal number such as 0.25.");
        return 0;
    }

    private static string Word(ArgumentResult result) => result.Tokens is [.., var last] ? last.Value : "";
}
