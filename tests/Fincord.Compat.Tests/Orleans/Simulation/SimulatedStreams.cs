using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;
using Orleans.Streams;

namespace Fincord.Compat.Tests.Orleans.Simulation;

/// <summary>Two streams with producers, a few grains and a client that hear them, and a store of subscriptions that fails now and then.</summary>
internal sealed class SimulatedStreams : SimulatedRun
{
    public const string Provider = "beats";

    private const int Callers = 5;
    private const int ActionsOfEach = 14;
    private const int Hearers = 3;

    private readonly StreamRules _rules;
    private int _callersLeft = Callers;
    private bool _haveAllHeard;

    public SimulatedStreams(int seed)
        : base(seed) => _rules = new(Time, mayRepeat: !IsPatient);

    /// <summary>What happened, in figures.</summary>
    public StreamOutcome Run()
    {
        using var services = Configure();
        var silo = Start(services);
        var client = services.GetRequiredKeyedService<IStreamProvider>(Provider);

        Turns.Start(() => Listen(client));
        for (var i = 0; i < Callers; i++) Turns.Start(() => Act(silo, client));
        RunUntil(() => _callersLeft == 0, () => $"{_callersLeft} callers hang");
        Turns.Start(() => PublishUntilAllHear(client));
        RunUntil(() => _haveAllHeard, () => "a subscription does not hear the last events");
        End(silo);

        return new(Turns.Fingerprint, _rules.Published, _rules.Heard, _rules.GivenUp, _rules.Live.Count(), _rules.Broken);
    }

    protected override void Break(string rule) => _rules.Break(rule);

    private ServiceProvider Configure()
    {
        var services = NewServices();
        services.AddKeyedSingleton<IGrainStorage>("PubSubStore", new FaultyStorage(Random, Time, copy: subscriptions => subscriptions));
        services.AddSingleton(_rules);
        services.AddOrleans(silo => silo.AddMemoryStreams(Provider, stream =>
            stream.ConfigurePullingAgent(agent => agent.Configure(options => options.MaxEventDeliveryTime = StreamRules.MaxDeliveryTime))));
        return services.BuildServiceProvider();
    }

    private async Task Listen(IStreamProvider client)
    {
        var hearing = _rules.Begin(stream: 0);
        var handle = await HearerGrain.StreamOf(client, 0).SubscribeAsync(new Ear(hearing, this, Random, Time));
        _rules.Confirm(hearing, handle.HandleId);
    }

    private async Task Act(Silo silo, IStreamProvider client)
    {
        for (var i = 0; i < ActionsOfEach; i++)
        {
            try
            {
                await ActOnce(silo, client, Random.Next(_rules.Streams), Random.Next(Hearers));
            }
            // The store's failure, the time that ran out, or a call that was passed on too often: all of them are allowed.
            catch (Exception failure) when (failure is OrleansException or IOException || (failure is TimeoutException && !IsPatient))
            {
            }
            catch (Exception failure)
            {
                Break($"a caller got {failure}");
            }
            if (Random.Next(2) == 0) await Task.Delay(TimeSpan.FromMilliseconds(Random.Next(1, 100)), Time);
        }
        _callersLeft--;
    }

    private Task ActOnce(Silo silo, IStreamProvider client, int stream, int key)
    {
        var hearer = silo.GrainFactory.GetGrain<IHearer>(key);
        switch (Random.Next(12))
        {
            case < 4:
                return HearerGrain.StreamOf(client, stream).OnNextAsync(_rules.Publish(stream, count: 1, isPoison: Random.Next(15) == 0)[0]);
            case < 5:
                return HearerGrain.StreamOf(client, stream).OnNextBatchAsync(_rules.Publish(stream, Random.Next(2, 5), isPoison: false));
            case < 8:
                return hearer.Subscribe(stream);
            case < 9:
                return hearer.Unsubscribe(stream);
            case < 10:
                return hearer.GoBack(stream);
            case < 11:
                return hearer.Leave();
            default:
                if (silo.Activations.TryFind(hearer.GetGrainId(), out var activation))
                    activation!.Deactivate(new(DeactivationReasonCode.ApplicationRequested, "The simulation wants it."));
                return Task.CompletedTask;
        }
    }

    private async Task PublishUntilAllHear(IStreamProvider client)
    {
        _rules.Settle();
        var last = Enumerable.Range(0, _rules.Streams).Select(PublishLast).ToArray();
        while (!_rules.Live.All(one => one.HasHeardSince(last[one.Stream])))
        {
            await Task.Delay(StreamRules.MaxDeliveryTime, Time);
            for (var stream = 0; stream < _rules.Streams; stream++) PublishLast(stream);
        }
        _haveAllHeard = true;

        int PublishLast(int stream)
        {
            var beat = _rules.Publish(stream, count: 1, isPoison: false)[0];
            _ = HearerGrain.StreamOf(client, stream).OnNextAsync(beat);
            return beat.Number;
        }
    }
}

/// <summary>How a run ended.</summary>
internal sealed record StreamOutcome(int Fingerprint, int Published, int Heard, int GivenUp, int Live, IReadOnlyList<string> Broken);
