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
}
