using System.Text.Json;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fincord.Host;

/// <summary>
/// <c>/health/live</c>: the process answers (it asks nothing else, so a lost database never restarts it). <c>/health/ready</c>: send it work.
/// <c>/health/startup</c>: it has started.
/// </summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";
    private const string Startup = "startup";

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<StartedCheck>("started", tags: [Startup, Ready])
            .AddCheck<StoreCheck>("store", tags: [Ready]);
        services.AddOptions<HealthCheckServiceOptions>().Configure<IEnumerable<IVenue>>((checks, venues) =>
        {
            foreach (var venue in venues.Where(venue => venue.Name != AccountSettings.Paper))
                checks.Registrations.Add(new($"venue {venue.Name}", new VenueCheck(venue), failureStatus: null, [Ready]));
        });
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", Options(_ => false));
        routes.MapHealthChecks("/health/ready", Options(check => check.Tags.Contains(Ready)));
        routes.MapHealthChecks("/health/startup", Options(check => check.Tags.Contains(Startup)));
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> which) => new()
    {
        Predicate = which,
        ResponseWriter = (http, report) => http.Response.WriteAsJsonAsync(
            new HealthView(ToText(report.Status), report.Entries.ToDictionary(entry => entry.Key, entry => ToText(entry.Value.Status))),
            JsonSerializerOptions.Web),
    };

    private static string ToText(HealthStatus status) => status.ToString().ToLowerInvariant();

    private sealed record HealthView(string Status, IReadOnlyDictionary<string, string> Checks);

    private sealed class StartedCheck(IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            lifetime.ApplicationStarted.IsCancellationRequested && !lifetime.ApplicationStopping.IsCancellationRequested
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy());
    }

    // A venue that cannot be heard is no reason to send the members elsewhere: nobody else hears it, and what is missed is asked for.
    private sealed class VenueCheck(IVenue venue) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(venue.Connection is VenueConnection.Lost ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy());
    }

    private sealed class StoreCheck(IMarketStore store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await store.LoadLogOffsets(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
