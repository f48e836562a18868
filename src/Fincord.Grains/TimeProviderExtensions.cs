using Fincord.Domain.Markets;

namespace Fincord.Grains;

/// <summary>The clock, in the domain's type.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>Now.</summary>
    public static Timestamp Now(this TimeProvider time) => Timestamp.FromDateTimeOffset(time.GetUtcNow());
}
