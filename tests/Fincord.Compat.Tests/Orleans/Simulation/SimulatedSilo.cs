using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace Fincord.Compat.Tests.Orleans.Simulation;

/// <summary>A silo, its callers and a few ledgers on virtual time, all on one thread. The seed decides everything that could be otherwise.</summary>
internal sealed class SimulatedSilo(int seed) : SimulatedRun(seed)
{
    private const int Callers = 6;
    private const int CallsOfEach = 8;
    private const int Ledgers = 3;

    private readonly Rules _rules = new();
    private readonly Dictionary<long, HashSet<int>> _acknowledged = [];
    private int _calls;
    private int _callersLeft = Callers;

    /// <summary>What happened, in figures.</summary>
    public Outcome Run()
    {
        var storage = new FaultyStorage(Random, Time, copy: ledger => new Ledger { Entries = [.. ((Ledger)ledger).Entries] });
        using var services = Configure(storage);
        var silo = Start(services);

        for (var i = 0; i < Callers; i++) Turns.Start(() => Call(silo));
        RunUntil(() => _callersLeft == 0, () => $"{_callersLeft} callers hang");
        End(silo);

        _rules.ExpectNoneActive();
        foreach (var (key, entries) in _acknowledged)
        {
            var grain = silo.GrainFactory.GetGrain<ILedger>(key).GetGrainId();
            _rules.ExpectEntries(entries, storage.Stored<Ledger>(grain)?.Entries ?? [], $"the store of ledger {key}");
        }
        return new(Turns.Fingerprint, _rules.Executions, _rules.Activations, _acknowledged.Values.Sum(one => one.Count), _rules.Broken);
    }

    protected override void Break(string rule) => _rules.Break(rule);

    private ServiceProvider Configure(FaultyStorage storage)
    {
        var services = NewServices();
        services.AddSingleton<IGrainStorage>(storage);
        services.AddSingleton(_rules);
        services.AddOrleans(_ => { });
        return services.BuildServiceProvider();
    }

    private async Task Call(Silo silo)
    {
        for (var i = 0; i < CallsOfEach; i++)
        {
            var key = Random.Next(Ledgers);
            var call = _calls += Ledgers;           // an Add passes on the numbers that follow
            try
            {
                await CallOnce(silo, key, call);
            }
            // The store's failure, the time that ran out, or a call that was passed on too often: all of them are allowed.
            catch (Exception failure) when (failure is OrleansException or IOException || (failure is TimeoutException && !IsPatient))
            {
            }
            catch (Exception failure)
            {
                _rules.Break($"a caller got {failure}");
            }
            if (Random.Next(3) == 0) await Task.Delay(TimeSpan.FromMilliseconds(Random.Next(1, 100)), Time);
        }
        _callersLeft--;
    }

    private async Task CallOnce(Silo silo, long key, int call)
    {
        var ledger = silo.GrainFactory.GetGrain<ILedger>(key);
        switch (Random.Next(10))
        {
            case < 4:
                var hops = Random.Next(Ledgers - (int)key);        // only upwards, so that no two wait for each other
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
