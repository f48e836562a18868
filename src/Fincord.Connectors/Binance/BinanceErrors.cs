using Fincord.Connectors.Venues;
using Fincord.Contracts;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Binance;

/// <summary>Binance's error codes in ours. The lists of spot and futures overlap without contradiction in what is named here.</summary>
internal static class BinanceErrors
{
    public const int BadTimestamp = -1021;
    public const int UnknownOrder = -2013;
    public const int UnknownListenKey = -1125;
    public const int NoNeedToChangeMargin = -4046;
    public const int NoNeedToChangePositionMode = -4059;
    public const int NoNeedToModify = -5027;

    public static Exception ToException(int code, string text) => code switch
    {
        // The venue itself says that it does not know whether it happened.
        -1000 or -1001 or -1006 or -1007 => new VenueUnavailableException($"{text} ({code})", mayHaveHappened: true),
        -1003 or -1008 or -1016 => new VenueUnavailableException($"{text} ({code})", mayHaveHappened: false),
        _ => new VenueRefusedException(CodeOf(code, text), code.ToString(), text),
    };

    /// <summary>Whether an order of this client order id is there already: futures have a code for it, spot only a sentence.</summary>
    public static bool IsDuplicate(VenueRefusedException refusal) => refusal.VenueCode is "-4116" or "-4111"
        || (refusal.VenueCode == "-2010" && refusal.Message.Contains("Duplicate order", StringComparison.OrdinalIgnoreCase));

    private static string CodeOf(int code, string text) => code switch
    {
        -1002 or -1022 or -2014 or -2015 => RefusalCodes.VenueCredentials,
        -1015 or -2025 or -4045 => code == -1015 ? DenialCode.OrderRate.ToWire() : DenialCode.MaxOpenOrders.ToWire(),
        -1111 or -4014 => DenialCode.TickSize.ToWire(),
        -1121 or -1122 => RefusalCodes.UnknownInstrument,
        -1114 or -1115 or -1116 or -4120 => RefusalCodes.VenueUnsupported,
        -2011 or UnknownOrder => RefusalCodes.OrderNotOpen,
        -2018 => DenialCode.InsufficientBalance.ToWire(),
        -2019 or -2027 or -2028 => DenialCode.InsufficientMargin.ToWire(),
        -2022 => DenialCode.ReduceOnly.ToWire(),
        -4003 or -4004 => DenialCode.MinQuantity.ToWire(),
        -4005 => DenialCode.MaxQuantity.ToWire(),
        -4016 or -4024 or -4131 => DenialCode.PriceBand.ToWire(),
        -4023 => DenialCode.LotSize.ToWire(),
        -4164 => DenialCode.MinNotional.ToWire(),
        -1013 => OfFilter(text),
        -2010 when text.Contains("insufficient balance", StringComparison.OrdinalIgnoreCase) => DenialCode.InsufficientBalance.ToWire(),
        _ => RefusalCodes.VenueRejected,
    };

    // Spot names the filter of the symbol that an order fails: "Filter failure: LOT_SIZE".
    private static string OfFilter(string text) => text.Split(": ").Last() switch
    {
        "PRICE_FILTER" => DenialCode.TickSize.ToWire(),
        "LOT_SIZE" or "MARKET_LOT_SIZE" => DenialCode.LotSize.ToWire(),
        "MIN_NOTIONAL" or "NOTIONAL" => DenialCode.MinNotional.ToWire(),
        "PERCENT_PRICE" or "PERCENT_PRICE_BY_SIDE" => DenialCode.PriceBand.ToWire(),
        "MAX_NUM_ORDERS" or "MAX_NUM_ALGO_ORDERS" or "MAX_NUM_ICEBERG_ORDERS" => DenialCode.MaxOpenOrders.ToWire(),
        "MAX_POSITION" => DenialCode.PositionLimit.ToWire(),
        _ => RefusalCodes.VenueRejected,
    };
}
