using Fincord.Api.Markets;
using Fincord.Contracts.Markets;
using Fincord.Grains.Tests.Storage;
using Fincord.Schemas.Views;
using HotChocolate.Execution;
using HotChocolate.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fincord.Grains.Tests.Markets;

/// <summary>Holds the calls of a method until a test lets them go.</summary>
internal sealed class Holding(string method) : IOutgoingGrainCallFilter
{
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Held => _held.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public void LetGo() => _letGo.TrySetResult();

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (context.MethodName == method)
        {
            _held.TrySetResult();
            await _letGo.Task;
        }
        await context.Invoke();
    }
}

/// <summary>The observer of an API process.</summary>
public sealed class MarketHubTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly Holding _unsubscribing = new("Unsubscribe");
    private readonly ServiceProvider _topics;
    private MarketCluster _cluster = null!;

    public MarketHubTests()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGraphQLServer().AddInMemorySubscriptions();
        _topics = services.BuildServiceProvider();
    }

    public async ValueTask InitializeAsync() => _cluster =
        await MarketCluster.Start(_folder, services: services => services.AddSingleton<IOutgoingGrainCallFilter>(_unsubscribing));

    public async ValueTask DisposeAsync()
    {
        _unsubscribing.LetGo();
        await _topics.DisposeAsync();
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_watch_that_begins_while_the_last_one_ends_hears_of_the_market()
    {
        var (id, grain) = await _cluster.Register("SIM:A");
        var instrument = await _cluster.Services.GetRequiredService<IInstrumentRegistry>().Find(id, TestContext.Current.CancellationToken);
        using var hub = new MarketHub(
            _cluster.Services.GetRequiredService<IGrainFactory>(), _topics.GetRequiredService<ITopicEventSender>(),
            _topics.GetRequiredService<ITopicEventReceiver>(), TimeProvider.System, NullLogger<MarketHub>.Instance);
        var first = await hub.WatchQuote(instrument!, TestContext.Current.CancellationToken);

        var leaving = first.DisposeAsync().AsTask();
        await _unsubscribing.Held;
        var watching = hub.WatchQuote(instrument!, TestContext.Current.CancellationToken).AsTask();
        // A hub that lets it overtake the end of the first has done so by now.
        await Task.WhenAny(watching, Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken));
        _unsubscribing.LetGo();
        await leaving;
        await using var second = await watching;
        await grain.Ingest(InstrumentGrainTests.Batch(after: -1, from: 0, count: 10));

        Assert.Equal("SIM:A", (await FirstOf(second)).Key);
    }

    private static async Task<QuoteView> FirstOf(ISourceStream<QuoteView> stream)
    {
        // Not disposed here: while it waits for an event in vain, that would hide the reason.
        var quotes = stream.ReadEventsAsync().GetAsyncEnumerator();
        Assert.True(await quotes.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10)));
        return quotes.Current;
    }
}
