using System.Threading.Channels;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;

namespace Fincord.Api.Trading;

/// <summary>
/// Says when it is worth to look at an account's events again: it changed, or a heartbeat went by. What is pushed may be lost and is not believed;
/// what is told is read from the store.
/// </summary>
internal sealed class AccountSignal : IAccountObserver, IAsyncDisposable
{
    // Grains forget observers after a minute.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly IGrainFactory _grains;
    private readonly IAccountGrain _account;
    private readonly TimeProvider _time;
    private readonly IAccountObserver _self;

    private AccountSignal(IGrainFactory grains, AccountId account, TimeProvider time)
    {
        (_grains, _account, _time) = (grains, grains.GetGrain<IAccountGrain>(GrainKeys.Account(account)), time);
        _self = grains.CreateObjectReference<IAccountObserver>(this);
    }

    /// <summary>Watches an account. What happens after this returned is signalled.</summary>
    public static async Task<AccountSignal> Open(IGrainFactory grains, AccountId account, TimeProvider time)
    {
        var signal = new AccountSignal(grains, account, time);
        await signal._account.Subscribe(signal._self);
        return signal;
    }

    /// <summary>Ends when the account may have changed since the last call.</summary>
    public async Task Wait(CancellationToken cancellation)
    {
        using var heartbeat = new CancellationTokenSource(Heartbeat, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, heartbeat.Token);
        try
        {
            await _changes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await _account.Subscribe(_self);
        }
    }

    /// <inheritdoc/>
    public Task OnChanged(AccountChanged change)
    {
        _changes.Writer.TryWrite(true);
        return Task.CompletedTask;
    }

    /// <summary>Ends the watch.</summary>
    public async ValueTask DisposeAsync()
    {
        await _account.Unsubscribe(_self);
        _grains.DeleteObjectReference<IAccountObserver>(_self);
    }
}
