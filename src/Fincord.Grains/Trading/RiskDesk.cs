using System.Collections.Concurrent;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fincord.Grains.Trading;

/// <summary>
/// What this process knows of the board of kill switches, for all accounts that run here: a decision reads it from memory. An answer of the board
/// holds for <see cref="RiskBoard.Lifetime"/>, counted from before the question, so that the board, which counts from after it, may be sure that
/// nobody decides by an older one; it is asked again long before.
/// </summary>
internal sealed partial class RiskDesk(IGrainFactory grains, TradingRepairs repairs, TimeProvider time, ILogger<RiskDesk> logger)
    : BackgroundService, IRiskBoardObserver
{
    private static readonly TimeSpan _betweenQuestions = RiskBoard.Lifetime / 4;

    private readonly ConcurrentDictionary<object, (AccountId Id, Func<AccountSettings?> Settings)> _accounts = new();
    private readonly Lock _lock = new();
    private Sight _sight = new(RiskBoard.Empty, 0);
    private Task? _asking;
    private IRiskBoardObserver? _self;

    /// <summary>The board as it stands; null when the last answer is too old to be relied on.</summary>
    public RiskBoard? Board
    {
        get
        {
            var sight = Volatile.Read(ref _sight);
            return time.GetTimestamp() < sight.Until ? sight.Board : null;
        }
    }

    /// <summary>The board as it stands, asked for when it is not known. Fails when the board does not answer: nothing is decided without it.</summary>
    public ValueTask<RiskBoard> Look() => Board is { } board ? new(board) : new(Ask());

    /// <summary>An account runs here from now on.</summary>
    public void Enter(object activation, AccountId id, Func<AccountSettings?> settings) => _accounts[activation] = (id, settings);

    /// <summary>It does no longer.</summary>
    public void Leave(object activation) => _accounts.TryRemove(activation, out _);

    /// <summary>Takes note of a board, unless a later one is known.</summary>
    public void Adopt(RiskBoard board)
    {
        lock (_lock)
        {
            if (board.Epoch > _sight.Board.Epoch) _sight = _sight with { Board = board };
        }
    }

    /// <inheritdoc/>
    public Task OnChanged(RiskBoard board)
    {
        Adopt(board);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Halt(RiskBoard board) => Task.WhenAll(_accounts.Values
        .Where(account => account.Settings() is { } settings && board.Over(settings) is not null)
        .Select(account => account.Id).Distinct().Select(id => Halt(id, board)));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_betweenQuestions, time);
        try
        {
            do
            {
                try
                {
                    await Ask();
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    LogNotAnswered(exception);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    /// <summary>Asks the board; those who ask meanwhile wait for the same answer.</summary>
    private async Task<RiskBoard> Ask()
    {
        while (true)
        {
            Task asking;
            lock (_lock) asking = _asking ??= Task.Run(AskOnce);
            await asking;
            if (Board is { } board) return board;
        }
    }

    private async Task AskOnce()
    {
        try
        {
            var before = time.GetTimestamp();
            var board = await grains.GetGrain<IRiskBoardGrain>(GrainKeys.RiskBoard).Watch(Self);
            var until = before + (long)(RiskBoard.Lifetime.TotalSeconds * time.TimestampFrequency);
            bool isNew;
            lock (_lock)
            {
                isNew = board.Epoch > _sight.Board.Epoch;
                // An answer that a change has overtaken is not relied on: the next question brings the change.
                if (board.Epoch >= _sight.Board.Epoch) _sight = new(board, until);
            }
            if (isNew) Halt(board).Ignore();        // the call that should have told it was lost
        }
        finally
        {
            lock (_lock) _asking = null;
        }
    }

    private async Task Halt(AccountId id, RiskBoard board)
    {
        try
        {
            await grains.GetGrain<IAccountGrain>(GrainKeys.Account(id)).Halt(board);
        }
        catch (Exception exception)
        {
            LogNotHalted(exception, id);
            repairs.Ask(id);
        }
    }

    // The runtime holds observers weakly; this field is what keeps the reference alive.
    private IRiskBoardObserver Self
    {
        get
        {
            lock (_lock) return _self ??= grains.CreateObjectReference<IRiskBoardObserver>(this);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The board of kill switches does not answer; no orders are taken until it does.")]
    private partial void LogNotAnswered(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Account {Account} did not carry out a kill switch; it is tried again.")]
    private partial void LogNotHalted(Exception exception, AccountId account);

    private sealed record Sight(RiskBoard Board, long Until);
}
