using System.Collections.Concurrent;
using System.Collections.Immutable;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Tests.Trading;

/// <summary>A live venue of a test: it keeps what it was told, and says of an account what the test has it say.</summary>
internal sealed class VenueDouble : IVenue
{
    public const string VenueName = "double";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<string> _told = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private int _failures;

    public string Name => VenueName;

    /// <summary>What it was told and asked, in order: <c>configure 1</c>, <c>send Submit</c>, <c>statement</c>.</summary>
    public IReadOnlyList<string> Told
    {
        get
        {
            lock (_lock) return [.. _told];
        }
    }

    /// <summary>Why it does not take accounts.</summary>
    public OrderRefusal? Refusal { get; set; }

    public ConcurrentQueue<CashMovement> Movements { get; } = [];

    public ConcurrentDictionary<string, decimal?> Holdings { get; } = new(StringComparer.Ordinal);

    /// <summary>What it does before it answers a question for a statement.</summary>
    public Func<AccountId, Task> BeforeStatement { get; set; } = _ => Task.CompletedTask;

    /// <summary>How it tells an account of its orders: it takes all of them.</summary>
    public Func<AccountId, VenueReport, Task> Report { get; set; } = (_, _) => Task.CompletedTask;

    public void FailNextConfigurations(int failures) => Volatile.Write(ref _failures, failures);

    /// <summary>Waits until it was told or asked so many things.</summary>
    public Task Until(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_told.Count >= count) return Task.CompletedTask;
            _waiting.Add((count, reached));
        }
        return reached.Task.WaitAsync(_patience);
    }

    public async Task Send(AccountId account, ImmutableArray<VenueCommand> commands, CancellationToken cancellation)
    {
        foreach (var command in commands)
        {
            Keep($"send {command.Kind}");
            await Report(account, new(VenueName, 0, VenueReportKind.Accepted, command.OrderId, new(0)));
        }
    }

    public Task Reconcile(
        AccountId account, ImmutableArray<Order> open, ImmutableSortedDictionary<string, long> watermarks, CancellationToken cancellation) => Task.CompletedTask;

    public Task Configure(AccountId account, AccountSettings settings, CancellationToken cancellation)
    {
        if (Interlocked.Decrement(ref _failures) >= 0)
        {
            Keep("configure refused");
            throw new IOException("The venue does not answer.");
        }
        Keep($"configure {settings.Leverage}");
        return Task.CompletedTask;
    }

    public Task<OrderRefusal?> Check(AccountId account, AccountSettings settings, CancellationToken cancellation) => Task.FromResult(Refusal);

    public async Task<VenueStatement?> ReadStatement(
        AccountId account, Timestamp since, ImmutableArray<InstrumentId> instruments, CancellationToken cancellation)
    {
        await BeforeStatement(account);
        Keep("statement");
        return new([.. Movements], Holdings.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    private void Keep(string what)
    {
        lock (_lock)
        {
            _told.Add(what);
            foreach (var waiting in _waiting.Where(waiting => _told.Count >= waiting.Count).ToList())
            {
                waiting.Reached.TrySetResult();
                _waiting.Remove(waiting);
            }
        }
    }
}
