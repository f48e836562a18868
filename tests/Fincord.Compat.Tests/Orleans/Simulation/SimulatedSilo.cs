using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Storage;

namespace Fincord.Compat.Tests.Orleans.Simulation;

/// <summary>A silo, its callers and a few ledgers on virtual time, all on one thread. The seed decides everything that could be otherwise.</summary>
internal sealed class SimulatedSilo(int seed)
{
    private const int Callers = 6;
    private const int CallsOfEach = 8;
    private const int Ledgers = 3;
    private const int MostSteps = 500_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Half of the runs have callers that wait longer than anything takes: for them a timeout means that the call was lost.
    private readonly bool _isPatient = seed % 2 == 0;
    private readonly Random _random = new(seed);
    private readonly ManualTime _time = new();
    private readonly Rules _rules = new();
    private readonly Dictionary<long, HashSet<int>> _acknowledged = [];
    private int _calls;
    private int _callersLeft = Callers;

    /// <summary>What happened, in figures.</summary>
    public Outcome Run()
    {
        var turns = new SeededTurns(_random);
        var storage = new FaultyStorage(_random, _time);
        using var services = Configure(turns, storage);
        var silo = services.GetRequiredService<Silo>();
        if (!silo.Start(CancellationToken.None).IsCompletedSuccessfully) throw new InvalidOperationException("The silo did not start at once.");

        for (var i = 0; i < Callers; i++) turns.Start(() => Call(silo));
        RunUntil(turns, () => _callersLeft == 0, () => $"{_callersLeft} callers hang");
        foreach (var activation in silo.Activations.All.ToArray()) activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The run ends."));
        RunUntil(turns, () => silo.Activations.Count == 0, () => $"{silo.Activations.Count} activations do not end");

        _rules.ExpectNoneActive();
        foreach (var (key, entries) in _acknowledged)
            _rules.ExpectEntries(entries, storage.StoredEntries(silo.GrainFactory.GetGrain<ILedger>(key).GetGrainId()), $"the store of ledger {key}");
        return new(turns.Fingerprint, _rules.Executions, _rules.Activations, _acknowledged.Values.Sum(one => one.Count), _rules.Broken);
    }

    private ServiceProvider Configure(SeededTurns turns, FaultyStorage storage)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<ITurnQueue>(turns);
        services.AddSingleton<IGrainStorage>(storage);
        services.AddSingleton(_rules);
        services.AddSingleton(_random);
        services.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(_isPatient ? 300 : 2));
        services.Configure<GrainCollectionOptions>(options =>
            (options.CollectionAge, options.CollectionQuantum) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(20)));
        services.AddOrleans(_ => { });
        return services.BuildServiceProvider();
    }

    private void RunUntil(SeededTurns turns, Func<bool> isDone, Func<string> tellHang)
    {
        var end = _time.GetUtcNow() + Patience;
        for (var step = 0; !isDone(); step++)
        {
            if (step == MostSteps || _time.GetUtcNow() > end)
            {
                _rules.Break(tellHang());
                return;
            }
            if (turns.IsQuiet || _random.Next(8) == 0) _time.Advance(TimeSpan.FromMilliseconds(_random.Next(1, 10)));
            else turns.Step();
        }
    }

    private async Task Call(Silo silo)
    {
        for (var i = 0; i < CallsOfEach; i++)
        {
            var key = _random.Next(Ledgers);
            var call = _calls += Ledgers;           // an Add passes on the numbers that follow
            try
            {
                await CallOnce(silo, key, call);
            }
            // The store's failure, the time that ran out, or a call that was passed on too often: all of them are allowed.
            catch (Exception failure) when (failure is OrleansException or IOException || (failure is TimeoutException && !_isPatient))
            {
            }
            catch (Exception failure)
            {
                _rules.Break($"a caller got {failure}");
            }
            if (_random.Next(3) == 0) await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(1, 100)), _time);
        }
        _callersLeft--;
    }

    private async Task CallOnce(Silo silo, long key, int call)
    {
        var ledger = silo.GrainFactory.GetGrain<ILedger>(key);
        switch (_random.Next(10))
        {
            case < 4:
                var hops = _random.Next(Ledgers - (int)key);        // only upwards, so that no two wait for each other
                await ledger.Add(call, hops);
                for (var hop = 0; hop <= hops; hop++) Acknowledge(key + hop, call + hop);
                break;
            case < 7:
                var before = _acknowledged.GetValueOrDefault(key)?.ToArray() ?? [];
                _rules.ExpectEntries(before, await ledger.Read(call), $"a reader of ledger {key}");
                _rules.Answered(call);
                break;
            case < 8:
                await ledger.Knock(call);
                _rules.Answered(call);
                break;
            case < 9:
                await ledger.Leave(call);
                _rules.Answered(call);
                break;
            default:
                if (silo.Activations.TryFind(ledger.GetGrainId(), out var activation))
                    activation!.Deactivate(new(DeactivationReasonCode.ApplicationRequested, "The simulation wants it."));
                break;
        }
    }

    private void Acknowledge(long key, int call)
    {
        _rules.Answered(call);
        if (!_acknowledged.TryGetValue(key, out var entries)) _acknowledged[key] = entries = [];
        entries.Add(call);
    }
}

/// <summary>How a run ended.</summary>
internal sealed record Outcome(int Fingerprint, int Executions, int Activations, int Acknowledged, IReadOnlyList<string> Broken);
