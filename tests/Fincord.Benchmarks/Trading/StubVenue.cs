using System.Collections.Immutable;
using System.Diagnostics;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Benchmarks.Trading;

/// <summary>
/// A venue that notes when an order reaches its door, then takes and fills it at once, so that the way back is part of the load. An order is
/// known by its quantity, which counts from 1.
/// </summary>
internal sealed class StubVenue(IGrainFactory grains, TimeProvider time) : IVenue
{
    public const string VenueName = "stub";

    private long[] _arrivals = [];

    public string Name => VenueName;

    /// <summary>Forgets what came and makes room for so many orders.</summary>
    public void Expect(int orders) => _arrivals = new long[orders];

    /// <summary>When an order came, as a <see cref="Stopwatch"/> timestamp; 0 when it has not.</summary>
    public long ArrivalOf(int order) => Volatile.Read(ref _arrivals[order]);

    public Task Send(AccountId account, ImmutableArray<VenueCommand> commands, CancellationToken cancellation)
    {
        var arrival = Stopwatch.GetTimestamp();
        foreach (var command in commands)
        {
            if (command.Order is not { Ticket: var ticket }) continue;
            if (Interlocked.CompareExchange(ref _arrivals[ticket.Quantity.Count - 1], arrival, 0) != 0) continue;     // it is sent again
            var now = Timestamp.FromDateTimeOffset(time.GetUtcNow());
            var fill = new Fill(
                FillId.Of(Name, account, command.OrderId.ToString()), command.OrderId, command.InstrumentId, ticket.Side, ticket.LimitPrice!.Value, ticket.Quantity,
                LiquiditySide.Taker, Fee: 0, now, now);
            grains.GetGrain<IAccountGrain>(GrainKeys.Account(account)).Report(
            [
                new VenueReport(Name, 0, VenueReportKind.Accepted, command.OrderId, now),
                new VenueReport(Name, 0, VenueReportKind.Filled, command.OrderId, now) { Fill = fill },
            ]).Ignore();
        }
        return Task.CompletedTask;
    }

    public Task Reconcile(
        AccountId account, ImmutableArray<Order> open, ImmutableSortedDictionary<string, long> watermarks, CancellationToken cancellation) => Task.CompletedTask;
}
