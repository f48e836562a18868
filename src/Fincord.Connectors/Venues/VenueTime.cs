using Fincord.Domain.Markets;

namespace Fincord.Connectors.Venues;

/// <summary>The injected clock, as a moment.</summary>
internal static class VenueTime
{
    public static Timestamp Now(this TimeProvider time) => Timestamp.FromDateTimeOffset(time.GetUtcNow());
}
