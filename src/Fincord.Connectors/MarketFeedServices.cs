using Fincord.Connectors.Files;
using Fincord.Connectors.Sim;
using Fincord.Contracts.Trading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fincord.Connectors;

/// <summary>Registers what feeds the event log.</summary>
public static class MarketFeedServices
{
    /// <summary>Replays these files, telling of each in one line on <paramref name="output"/> when it is done; without any the simulated market runs.</summary>
    public static IServiceCollection AddMarketFeeds(this IServiceCollection services, IReadOnlyList<ReplayRequest> replays, TextWriter output)
    {
        services.AddSingleton<EventFeed>();
        if (replays.Count > 0)
            return services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<FileReplayFeed>(provider, replays, output));
        var market = new SimOptions();
        services.AddSingleton(new SimMarket(market));
        services.AddSingleton<ITermsSource>(new SimTerms(market));
        return services.AddHostedService<SimFeed>();
    }
}
