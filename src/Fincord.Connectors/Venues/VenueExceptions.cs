namespace Fincord.Connectors.Venues;

/// <summary>A venue answered that it will not do what was asked: nothing happened.</summary>
internal sealed class VenueRefusedException(string code, string venueCode, string text) : Exception($"{text} ({venueCode})")
{
    /// <summary>The code of our one list.</summary>
    public string Code { get; } = code;

    /// <summary>The venue's own code.</summary>
    public string VenueCode { get; } = venueCode;
}

/// <summary>A venue could not be asked, or its answer was lost.</summary>
internal sealed class VenueUnavailableException(string message, bool mayHaveHappened, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it may have done what was asked all the same.</summary>
    public bool MayHaveHappened { get; } = mayHaveHappened;
}

/// <summary>A venue sent what its documentation does not name, or a number that the instrument's scales cannot hold.</summary>
internal sealed class VenueFormatException(string message) : Exception(message);
