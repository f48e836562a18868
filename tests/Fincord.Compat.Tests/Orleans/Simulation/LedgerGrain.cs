using Orleans.Concurrency;

namespace Fincord.Compat.Tests.Orleans.Simulation;

internal sealed class Ledger
{
    public List<int> Entries { get; set; } = [];
}

public interface ILedger : IGrainWithIntegerKey
{
    /// <summary>Stores an entry, through so many other ledgers.</summary>
    Task Add(int call, int hops);

    [ReadOnly] Task<int[]> Read(int call);

    [AlwaysInterleave] Task Knock(int call);

    Task Leave(int call);
}

/// <summary>Stores entries, and tells the rules what it does.</summary>
internal sealed class LedgerGrain([PersistentState("ledger")] IPersistentState<Ledger> ledger, Rules rules, Random random, TimeProvider time)
    : Grain, ILedger
{
    private readonly Admission _admission = new(rules);
    private int _ticks;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        rules.Activated(this.GetPrimaryKeyLong());
        var period = TimeSpan.FromMilliseconds(random.Next(3, 30));
        this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(period, period));
        this.RegisterGrainTimer(InterleavingTick, new GrainTimerCreationOptions(period, period) { Interleave = true });
        await Dawdle();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Dawdle();
        rules.Deactivated(this.GetPrimaryKeyLong());
    }

    public async Task Add(int call, int hops)
    {
        rules.Executed(call);
        using (_admission.Alone())
        {
            await Dawdle();
            if (hops > 0) await GrainFactory.GetGrain<ILedger>(this.GetPrimaryKeyLong() + 1).Add(call + 1, hops - 1);
            ledger.State.Entries.Add(call);
            try
            {
                await ledger.WriteStateAsync();
            }
            catch
            {
                DeactivateOnIdle();         // memory must not run ahead of the store
                throw;
            }
            rules.ExpectOwn(this);
        }
    }

    public async Task<int[]> Read(int call)
    {
        rules.Executed(call);
        using (_admission.AsReader())
        {
            var entries = ledger.State.Entries.ToArray();
            await Dawdle();
            if (!entries.SequenceEqual(ledger.State.Entries)) rules.Break("a writer came in between while a reader read");
            return entries;
        }
    }

    public async Task Knock(int call)
    {
        rules.Executed(call);
        await Dawdle();
        rules.ExpectOwn(this);
    }

    public Task Leave(int call)
    {
        rules.Executed(call);
        using (_admission.Alone()) DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task Tick()
    {
        using (_admission.Alone()) await Dawdle();
    }

    private async Task InterleavingTick()
    {
        if (++_ticks > 1) rules.Break("two ticks of a timer overlapped");
        await Dawdle();
        rules.ExpectOwn(this);
        _ticks--;
    }

    private Task Dawdle() => random.Next(3) == 0 ? Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 15)), time) : Task.CompletedTask;
}
