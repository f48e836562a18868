using System.ComponentModel.DataAnnotations;

namespace Fincord.Connectors.Venues;

/// <summary>Settings of live venues, section <c>Venues</c> (variables <c>FINCORD_VENUES__…</c>). All are off until they are enabled.</summary>
public sealed class VenueOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Venues";

    /// <summary>Alpaca; its paper trading service by default.</summary>
    public VenueEndpoint Alpaca { get; set; } = new() { Rest = "https://paper-api.alpaca.markets", Stream = "wss://paper-api.alpaca.markets" };

    /// <summary>Binance spot.</summary>
    public VenueEndpoint Binance { get; set; } = new() { Rest = "https://api.binance.com", Stream = "wss://ws-api.binance.com" };

    /// <summary>Binance USD-M futures.</summary>
    public VenueEndpoint BinanceFutures { get; set; } = new() { Rest = "https://fapi.binance.com", Stream = "wss://fstream.binance.com" };

    /// <summary>The keys, by the account's id.</summary>
    public IDictionary<string, VenueKey> Keys { get; set; } = new Dictionary<string, VenueKey>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a request may take before nobody knows what became of it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>For how long after it was signed a venue takes a request (Binance: recvWindow).</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ReceiveWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a listen key is kept alive; it lives an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:50:00")]
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The wait after the first failure; it doubles with each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest wait between attempts.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After what time without any message a stream is taken for dead.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StreamSilence { get; set; } = TimeSpan.FromMinutes(5);
}

/// <summary>Where a venue is.</summary>
public sealed class VenueEndpoint
{
    /// <summary>Whether accounts may trade there.</summary>
    public bool Enabled { get; set; }

    /// <summary>Scheme and host of its REST API.</summary>
    [Required]
    public string Rest { get; set; } = "";

    /// <summary>Scheme and host of its stream of account events.</summary>
    [Required]
    public string Stream { get; set; } = "";
}

/// <summary>A key, as the configuration has it.</summary>
public sealed class VenueKey
{
    /// <summary>At which venue.</summary>
    public string Venue { get; set; } = "";

    /// <summary>The public half.</summary>
    public string Key { get; set; } = "";

    /// <summary>The secret half.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Whether a futures account holds long and short positions apart.</summary>
    public bool HedgeMode { get; set; }

    /// <inheritdoc/>
    public override string ToString() => "(credential)";
}
