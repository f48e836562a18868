using System.Collections.Immutable;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Logging;

namespace Fincord.Grains.Trading;

// The account compared with its live venue. A venue moves money and closes positions by itself, so it is asked again and again.
internal sealed partial class AccountGrain
{
    // Movements that are booked in memory and may not be in the store yet.
    private readonly HashSet<string> _movements = new(StringComparer.Ordinal);

    private IGrainTimer? _watch;
    private bool _isAsked;
    private Timestamp? _statedUntil;
    private ImmutableArray<VenueDifference> _seen = [];
    private ImmutableArray<VenueDifference> _differences = [];
    private Timestamp? _comparedAt;

    public async Task Reconcile()
    {
        ThrowIfStale();
        if (_account.Settings is not { IsLive: true } || await ToldVenue() is not { } venue) return;
        if (!_isAsked) await AskVenue();
        var now = time.Now();
        var instruments = _account.Positions.Keys.Select(id => new InstrumentId(id)).Concat(_account.InstrumentsInUse()).Distinct().ToImmutableArray();
        if (await venue.ReadStatement(_account.Id, _statedUntil ?? _account.LastMovementAt, instruments, CancellationToken.None) is not { } statement) return;
        await Take(statement.Movements);
        _statedUntil = now;
        await Compare(statement);
    }

    // An account at a live venue stays awake: who else would ask?
    private void WatchVenue()
    {
        if (_account.Settings is not { IsLive: true } || _watch is not null) return;
        _watch = this.RegisterGrainTimer(
            _ => ReconcileInTime(), new GrainTimerCreationOptions(options.Value.ReconcileInterval, options.Value.ReconcileInterval) { Interleave = true, KeepAlive = true });
    }

    private async Task ReconcileInTime()
    {
        try
        {
            if (!IsStale) await Reconcile();
        }
        catch (Exception exception)
        {
            LogNotReconciled(exception, _account.Id);       // it is tried again at the next tick
        }
    }

    private async Task Take(ImmutableArray<CashMovement> movements)
    {
        foreach (var movement in movements.OrderBy(movement => movement.OccurredAt))
        {
            if (_movements.Contains(movement.Id) || await store.HasMovement(_account.Id, movement.Id, CancellationToken.None) || !_movements.Add(movement.Id)) continue;
            await Commit(_account.Take(movement, time.Now()));
        }
    }

    // A fill may be on its way between the question for orders and the one for holdings: only what is seen twice is told.
    private async Task Compare(VenueStatement statement)
    {
        var context = await Look([]);
        var now = VenueDifference.Between(_account, statement.Holdings, id => context.Markets[id].Terms.QuantityScale);
        ImmutableArray<VenueDifference> told = [.. now.Where(_seen.Contains)];
        _seen = now;
        _comparedAt = context.Now;
        if (told.SequenceEqual(_differences)) return;
        _differences = told;
        if (told.IsEmpty) LogAgrees(_account.Id);
        else LogDiffers(_account.Id, string.Join("; ", told.Select(difference => $"{difference.Unit}: {difference.Ours} here, {difference.Theirs} there")));
    }

    [LoggerMessage(LogLevel.Warning, "Account {Account} and its venue differ, and nothing is mended by itself: {Differences}")]
    private partial void LogDiffers(AccountId account, string differences);

    [LoggerMessage(LogLevel.Information, "Account {Account} and its venue agree again.")]
    private partial void LogAgrees(AccountId account);
}
