using Fincord.Connectors.Alpaca;
using Fincord.Connectors.Tests.Venues;
using Fincord.Contracts;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Tests.Alpaca;

public sealed class AlpacaVenueTests
{
    [Theory]
    [InlineData(TimeInForce.Day, "day"), InlineData(TimeInForce.AtTheOpen, "opg"), InlineData(TimeInForce.AtTheClose, "cls"), InlineData(TimeInForce.FillOrKill, "fok")]
    public async Task An_order_arrives_under_its_own_id(TimeInForce time, string word)
    {
        await using var rig = await Rig.Start();
        var id = rig.Bench.NewId();

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(id, rig.Bench.Limit(10, 187.25m) with { TimeInForce = time }));

        var body = Assert.Single(rig.Stub.Orders).Body;
        Assert.Equal((id.ToString(), "AAPL", "10", "limit", "187.25", word), (body["client_order_id"], body["symbol"], body["qty"], body["type"], body["limit_price"], body["time_in_force"]));
        Assert.True(rig.Bench.Has(VenueReportKind.Accepted));
    }

    [Theory]
    [InlineData(Fault.TakeThenFail), InlineData(Fault.TakeThenCut), InlineData(Fault.TakeThenHang)]
    public async Task An_order_whose_answer_was_lost_is_asked_for_and_not_sent_again(Fault fault)
    {
        await using var rig = await Rig.Start();
        rig.Bench.Options.RequestTimeout = TimeSpan.FromSeconds(1);
        rig.Stub.Faults.Enqueue(fault);

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(10, 187)));

        Assert.Equal(1, rig.Stub.Count("POST /v2/orders"));
        Assert.True(rig.Bench.Has(VenueReportKind.Accepted));
    }

    [Theory]
    [InlineData("insufficient buying power", "INSUFFICIENT_BALANCE"), InlineData("something new", "VENUE_REJECTED")]
    public async Task A_refusal_has_our_code_and_the_venue_s_own_words(string text, string ours)
    {
        await using var rig = await Rig.Start();
        rig.Stub.Refusal = text;

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(10, 187)));

        Assert.Equal((VenueReportKind.Rejected, ours, $"{text} (40310000)"), (rig.Bench.Reports.Single().Kind, rig.Bench.Reports.Single().Code!, rig.Bench.Reports.Single().Reason!));
    }

    [Fact]
    public async Task A_fill_heard_on_the_stream_and_found_among_the_activities_counts_once()
    {
        await using var rig = await Rig.Start();
        var order = await rig.Place(10);
        var first = rig.Stub.Fill(order, 4, 187.01m);
        await rig.Stub.Tell(order, first);
        await rig.Stub.Tell(order, first);
        await rig.Bench.Until(() => rig.Bench.Filled == 4);
        rig.Stub.Fill(order, 6, 187.02m);

        rig.Stub.CutStreams();
        await rig.Bench.Until(() => rig.Bench.Filled == 10);

        Assert.Equal(2, rig.Bench.Reports.Count(report => report.Fill is not null));
    }

    [Fact]
    public async Task After_a_crash_the_order_and_its_fills_are_found()
    {
        await using var rig = await Rig.Start();
        var order = await rig.Place(10);
        rig.Stub.Fill(order, 10, 186.5m);
        var id = new OrderId(Guid.Parse(order.ClientId));
        await rig.Venue.DisposeAsync();

        await using var after = Rig.VenueAt(rig.Stub, rig.Bench);
        await rig.Bench.Reconcile(after, rig.Bench.Stored(id, rig.Bench.Limit(10, 187)));

        Assert.Equal(10, rig.Bench.Filled);
        Assert.Single(rig.Stub.Orders);
    }

    [Fact]
    public async Task A_change_replaces_the_order_once_and_fills_of_the_new_one_are_the_order_s()
    {
        await using var rig = await Rig.Start();
        var order = await rig.Place(10);
        var id = new OrderId(Guid.Parse(order.ClientId));
        var amend = rig.Bench.Amend(id, new(null, rig.Bench.Price(188), null));

        await rig.Bench.Send(rig.Venue, amend);
        await rig.Bench.Send(rig.Venue, amend);
        var next = rig.Stub.Orders.Single(other => other.Replaces == order.Id);
        await rig.Stub.Tell(next, rig.Stub.Fill(next, 10, 188));
        await rig.Bench.Until(() => rig.Bench.Filled == 10);

        Assert.Equal(2, rig.Stub.Orders.Count);
        Assert.InRange(next.ClientId.Length, 1, 36);
        Assert.Equal("188", next.Body["limit_price"]);
    }

    [Fact]
    public async Task Cancelling_an_order_that_is_filled_tells_the_fills()
    {
        await using var rig = await Rig.Start();
        var order = await rig.Place(10);
        rig.Stub.Fill(order, 10, 186);

        await rig.Bench.Send(rig.Venue, rig.Bench.Cancel(new(Guid.Parse(order.ClientId))));

        Assert.Equal(10, rig.Bench.Filled);
        Assert.False(rig.Bench.Has(VenueReportKind.Cancelled));
    }

    [Fact]
    public async Task What_Alpaca_has_no_words_for_is_rejected_here()
    {
        await using var rig = await Rig.Start();

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(10, 187) with { Flags = OrderFlags.PostOnly }));

        Assert.Equal(RefusalCodes.VenueUnsupported, Assert.Single(rig.Bench.Reports).Code);
        Assert.Empty(rig.Stub.Orders);
    }

    [Fact]
    public async Task Dividends_interest_and_fees_are_movements_with_the_venue_s_id_and_transfers_are_not()
    {
        await using var rig = await Rig.Start();
        rig.Stub.Activities.Enqueue(("DIV", "20260801::a", "2026-08-01", 1.02m));
        rig.Stub.Activities.Enqueue(("FEE", "20260802::b", "2026-08-02", -0.03m));
        rig.Stub.Activities.Enqueue(("INT", "20260803::c", "2026-08-03", -0.5m));
        rig.Stub.Activities.Enqueue(("CSD", "20260804::d", "2026-08-04", 1_000));

        var statement = await rig.Bench.ReadStatement(rig.Venue);

        Assert.Equal(
            [
                new CashMovement("alpaca/20260801::a", JournalKind.Dividend, "USD", 1.02m, Timestamp.Parse("2026-08-01T00:00:00Z")),
                new CashMovement("alpaca/20260802::b", JournalKind.Fee, "USD", -0.03m, Timestamp.Parse("2026-08-02T00:00:00Z")),
                new CashMovement("alpaca/20260803::c", JournalKind.Borrow, "USD", -0.5m, Timestamp.Parse("2026-08-03T00:00:00Z")),
            ],
            statement.Movements);
    }

    [Fact]
    public async Task Shares_and_money_are_told_as_the_venue_has_them()
    {
        await using var rig = await Rig.Start();
        rig.Stub.Cash = 12.5m;
        rig.Stub.Positions["AAPL"] = -3;
        rig.Stub.Positions["GME"] = 1;

        var statement = await rig.Bench.ReadStatement(rig.Venue);

        Assert.Equal([KeyValuePair.Create("GME", (decimal?)1), KeyValuePair.Create("USD", (decimal?)12.5m), KeyValuePair.Create("instr:9", (decimal?)-3)], statement.Holdings);
    }

    private sealed record Rig(AlpacaStub Stub, VenueBench Bench, AlpacaVenue Venue) : IAsyncDisposable
    {
        public static async Task<Rig> Start()
        {
            var bench = new VenueBench(new(new(9), new(InstrumentKey.Parse("XNAS:AAPL"), "Apple", InstrumentType.Equity, "USD", new(8), new(8))));
            var stub = (AlpacaStub)await new AlpacaStub(bench.Time).Start();
            var venue = VenueAt(stub, bench);
            bench.Time.Advance(TimeSpan.FromMilliseconds(5));
            return new(stub, bench, venue);
        }

        public static AlpacaVenue VenueAt(AlpacaStub stub, VenueBench bench)
        {
            var venue = new AlpacaVenue(
                new() { Enabled = true, Rest = stub.Address, Stream = stub.Address.Replace("http", "ws", StringComparison.Ordinal) },
                new HttpMessageInvoker(new SocketsHttpHandler()), bench, bench.Surroundings);
            bench.Venue = venue;
            return venue;
        }

        public async Task<AlpacaOrder> Place(decimal quantity)
        {
            var id = Bench.NewId();
            await Bench.Send(Venue, Bench.Submit(id, Bench.Limit(quantity, 187)));
            await Stub.Listening;
            return Stub.Orders.Single(order => order.ClientId == id.ToString());
        }

        public async ValueTask DisposeAsync()
        {
            await Venue.DisposeAsync();
            await Stub.DisposeAsync();
        }
    }
}
