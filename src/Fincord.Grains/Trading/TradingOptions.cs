using System.ComponentModel.DataAnnotations;

namespace Fincord.Grains.Trading;

/// <summary>Settings of the noun Trading, section <c>Trading</c> of the configuration.</summary>
public sealed class TradingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Trading";

    /// <summary>
    /// What a unit of a currency is worth in US dollars: a number, or the key of the instrument whose market says so
    /// (<c>"EUR": "FX:EURUSD"</c>). The dollar is 1.
    /// </summary>
    public IDictionary<string, string> Rates { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["USDT"] = "1", ["USDC"] = "1", ["FDUSD"] = "1", ["BUSD"] = "1",
    };

    /// <summary>How often an account that holds something is valued; its equity curve is made of these marks.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "24:00:00")]
    public TimeSpan MarkInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often it is measured what an account with positions risks.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "24:00:00")]
    public TimeSpan RiskInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often an account on margin is looked at, whether it must be liquidated.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan MarginInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a paper book with working orders looks at the market.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan PaperInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a command travels to the paper exchange.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan PaperLatency { get; set; } = TimeSpan.Zero;

    /// <summary>How often an account is compared with its live venue.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ReconcileInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>After what time without an answer a venue is asked again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a command is known by its idempotency key; later the same key does something new.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan CommandMemory { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often an account asks what the instruments that it deals in did, beside asking before each decision.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan ActionInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What holding a perpetual costs in eight hours when it trades at its index, or has none; longs pay shorts when it is positive.</summary>
    [Range(-0.0075, 0.0075)]
    public decimal FundingInterest { get; set; } = 0.0001m;

    /// <summary>The instrument that a perpetual follows, by the perpetual's key (<c>"BINANCE:BTCUSDT.P": "BINANCE:BTCUSDT"</c>).</summary>
    public IDictionary<string, string> FundingIndexes { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What it costs to borrow units for a year, as a part of what they are worth, where an instrument has no rate of its own.</summary>
    [Range(0, 10)]
    public decimal BorrowRate { get; set; } = 0.01m;

    /// <summary>What it costs to owe money for a year, as a part of it.</summary>
    [Range(0, 10)]
    public decimal InterestRate { get; set; } = 0.06m;

    /// <summary>The same for single currencies, by their codes (<c>"JPY": 0.02</c>).</summary>
    public IDictionary<string, decimal> InterestRates { get; set; } = new Dictionary<string, decimal>(StringComparer.Ordinal);
}
