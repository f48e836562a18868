using Fincord.Connectors.Binance;
using Fincord.Connectors.Tests.Venues;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Tests.Binance;

public sealed class BinanceVenueTests
{
    public static TheoryData<bool> Markets => [false, true];

    [Theory, MemberData(nameof(Markets))]
    public async Task An_order_arrives_signed_under_its_own_id(bool isFutures)
    {
        await using var rig = await Rig.Start(isFutures);
        var id = rig.Bench.NewId();

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(id, rig.Bench.Limit(1.5m, 40_000.1m)));

        Assert.Equal(id.ToString(), rig.Stub.Single.ClientId);
        Assert.Equal(("BTCUSDT", "BUY", "LIMIT", "1.5", "40000.1", "GTC"), Words(rig.Stub.Single));
        Assert.Equal(VenueReportKind.Accepted, Assert.Single(rig.Bench.Reports).Kind);
    }

    [Theory]
    [InlineData(false, Fault.TakeThenFail), InlineData(false, Fault.TakeThenCut), InlineData(false, Fault.TakeThenHang)]
    [InlineData(true, Fault.TakeThenFail), InlineData(true, Fault.TakeThenCut), InlineData(true, Fault.TakeThenHang)]
    public async Task An_order_whose_answer_was_lost_is_asked_for_and_not_sent_again(bool isFutures, Fault fault)
    {
        await using var rig = await Rig.Start(isFutures);
        rig.Bench.Options.RequestTimeout = TimeSpan.FromSeconds(1);
        rig.Stub.Faults.Enqueue(fault);

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(1, 40_000)));

        Assert.Equal(1, rig.Stub.Count($"POST {rig.Orders}?"));
        Assert.True(rig.Bench.Has(VenueReportKind.Accepted));
    }

    [Fact]
    public async Task An_order_that_did_not_arrive_is_sent_again_only_when_the_first_request_can_no_longer_be_taken()
    {
        await using var rig = await Rig.Start(isFutures: false);
        rig.Stub.Faults.Enqueue(Fault.FailOnly);
        var submit = rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(1, 40_000));

        await Assert.ThrowsAsync<IOException>(() => rig.Bench.Send(rig.Venue, submit));
        await Assert.ThrowsAsync<IOException>(() => rig.Bench.Send(rig.Venue, submit));
        Assert.Equal(1, rig.Stub.Count($"POST {rig.Orders}?"));
        Assert.Empty(rig.Bench.Reports);

        rig.Bench.Time.Advance(TimeSpan.FromSeconds(11));
        await rig.Bench.Send(rig.Venue, submit);

        Assert.Equal(2, rig.Stub.Count($"POST {rig.Orders}?"));
        Assert.True(rig.Bench.Has(VenueReportKind.Accepted));
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_set_by_the_venue_s()
    {
        await using var rig = await Rig.Start(isFutures: false);
        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(1, 40_000)));
        rig.Stub.ClockOffset = TimeSpan.FromMinutes(3);

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(1, 40_000)));

        Assert.Equal(2, rig.Stub.Orders.Count);
        Assert.Equal(2, rig.Bench.Reports.Count(report => report.Kind is VenueReportKind.Accepted));
    }

    [Fact]
    public async Task Nothing_is_sent_while_the_venue_wants_a_pause()
    {
        await using var rig = await Rig.Start(isFutures: false);
        await rig.Settle();
        rig.Stub.Faults.Enqueue(Fault.TooMany);
        var submit = rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(1, 40_000));
        await Assert.ThrowsAsync<IOException>(() => rig.Bench.Send(rig.Venue, submit));
        var before = rig.Stub.Requests.Count;

        await Assert.ThrowsAsync<IOException>(() => rig.Bench.Send(rig.Venue, submit));
        Assert.Equal(before, rig.Stub.Requests.Count);

        rig.Bench.Time.Advance(TimeSpan.FromSeconds(61));
        await rig.Bench.Send(rig.Venue, submit);
        Assert.Contains(rig.Bench.Reports, report => report.OrderId == submit.OrderId && report.Kind is VenueReportKind.Accepted);
    }

    [Fact]
    public async Task Nothing_more_is_sent_in_a_minute_whose_weight_is_almost_used_up()
    {
        await using var rig = await Rig.Start(isFutures: false);
        await rig.Settle();
        rig.Bench.Time.Advance(TimeSpan.FromSeconds(61 - rig.Bench.Time.GetUtcNow().Second));   // a minute begins
        rig.Stub.UsedWeight = 5_400;
        await rig.Place(1);

        await Assert.ThrowsAsync<IOException>(() => rig.Place(1));
        Assert.Equal(2, rig.Stub.Orders.Count);
        rig.Bench.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Place(1);
    }

    [Theory]
    [InlineData(-2010, "Account has insufficient balance for requested action.", "INSUFFICIENT_BALANCE")]
    [InlineData(-1013, "Filter failure: LOT_SIZE", "LOT_SIZE")]
    [InlineData(-2019, "Margin is insufficient.", "INSUFFICIENT_MARGIN")]
    [InlineData(-9999, "Something new.", "VENUE_REJECTED")]
    public async Task A_refusal_has_our_code_and_the_venue_s_own_words(int code, string text, string ours)
    {
        await using var rig = await Rig.Start(isFutures: false);
        rig.Stub.Refusal = (code, text);

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(1, 40_000)));

        var report = Assert.Single(rig.Bench.Reports);
        Assert.Equal((VenueReportKind.Rejected, ours, $"{text} ({code})"), (report.Kind, report.Code!, report.Reason!));
    }

    [Fact]
    public async Task A_wrong_secret_is_told_as_such()
    {
        await using var rig = await Rig.Start(isFutures: false, new OneKey(new(VenueStub.Key, "another")));

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(1, 40_000)));

        Assert.Equal(RefusalCodes.VenueCredentials, Assert.Single(rig.Bench.Reports).Code);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task Fills_told_twice_and_out_of_order_count_once(bool isFutures)
    {
        await using var rig = await Rig.Start(isFutures);
        var order = await rig.Place(3);
        var first = rig.Stub.Trade(order, 1, 40_000);
        var second = rig.Stub.Trade(order, 2, 39_999.9m);

        await rig.Stub.Tell(order, second);
        await rig.Stub.Tell(order, first);
        await rig.Stub.Tell(order, second);
        await rig.Bench.Until(() => rig.Bench.Filled == 3);
        await rig.Stub.Tell(order, second);
        var marker = await rig.Place(1);
        await rig.Stub.Tell(marker, rig.Stub.Trade(marker, 1, 40_000));
        await rig.Bench.Until(() => rig.Bench.Filled == 4);

        Assert.Equal(3, rig.Bench.Reports.Count(report => report.Fill is not null));
    }

    [Fact]
    public async Task A_fill_has_the_venue_s_price_fee_and_time_to_the_last_digit()
    {
        await using var rig = await Rig.Start(isFutures: false);
        var order = await rig.Place(1);
        var trade = rig.Stub.Trade(order, 0.00000001m, 39_999.12345678m);

        await rig.Stub.Tell(order, trade);
        await rig.Bench.Until(VenueReportKind.Filled);

        var fill = rig.Bench.Reports.Single(report => report.Fill is not null).Fill!;
        Assert.Equal(FillId.Of("binance", rig.Bench.Account, $"BTCUSDT/{trade.Id}"), fill.Id);
        Assert.Equal((3_999_912_345_678, 1, 0.01m, Timestamp.FromUnixMilliseconds(fill.OccurredAt.Nanoseconds / 1_000_000)),
            (fill.Price.Count, fill.Quantity.Count, fill.Fee, fill.OccurredAt));
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task What_happens_while_the_stream_is_cut_is_found_when_it_is_open_again(bool isFutures)
    {
        await using var rig = await Rig.Start(isFutures);
        await rig.Settle();
        var order = await rig.Place(2);
        rig.Stub.Trade(order, 1, 40_000);
        order.Status = "CANCELED";

        rig.Stub.CutStreams();
        await rig.Bench.Until(VenueReportKind.Cancelled);

        Assert.Equal(2, rig.Bench.Filled);
        Assert.True(rig.Stub.Streams >= 2);
    }

    [Fact]
    public async Task An_end_is_told_after_all_fills_even_when_their_messages_were_lost()
    {
        await using var rig = await Rig.Start(isFutures: false);
        await rig.Settle();
        var order = await rig.Place(2);
        rig.Stub.Trade(order, 1, 40_000);
        order.Status = "CANCELED";

        await rig.Stub.Tell(order, "CANCELED", "CANCELED");
        await rig.Bench.Until(VenueReportKind.Cancelled);

        Assert.Equal([VenueReportKind.Filled, VenueReportKind.Cancelled], rig.Bench.Reports.Where(report => $"{report.OrderId}" == order.ClientId && report.Kind is not VenueReportKind.Accepted).Select(report => report.Kind));
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task After_a_crash_between_sending_and_the_answer_the_order_and_its_fills_are_found(bool isFutures)
    {
        var bench = new VenueBench(Rig.InstrumentOf(isFutures));
        await using var stub = (BinanceStub)await new BinanceStub(isFutures, bench.Time).Start();
        OrderId id;
        var ticket = bench.Limit(2, 40_000);
        await using (var before = Rig.VenueAt(stub, bench, isFutures, bench))
        {
            await before.Configure(bench.Account, bench.Settings, CancellationToken.None);
            bench.Time.Advance(TimeSpan.FromMilliseconds(5));
            id = bench.NewId();
            bench.Options.RequestTimeout = TimeSpan.FromMilliseconds(500);
            stub.Faults.Enqueue(Fault.TakeThenHang);
            await bench.Send(before, bench.Submit(id, ticket));
        }
        stub.Trade(stub.Single, 2, 39_000);
        var told = bench.Reports.Count;

        await using var after = Rig.VenueAt(stub, bench, isFutures, bench);
        await bench.Reconcile(after, bench.Stored(id, ticket));
        await bench.Send(after, bench.Submit(id, ticket));

        Assert.Single(stub.Orders);
        Assert.Equal(2, bench.Filled);
        Assert.All(bench.Reports.Skip(told), report => Assert.Equal(id, report.OrderId));
    }

    [Fact]
    public async Task An_account_that_began_anew_is_told_again()
    {
        await using var rig = await Rig.Start(isFutures: false);
        var order = await rig.Place(2);
        await rig.Stub.Tell(order, rig.Stub.Trade(order, 1, 40_000));
        await rig.Bench.Until(() => rig.Bench.Filled == 1);

        await rig.Bench.Reconcile(rig.Venue, rig.Bench.Stored(new(Guid.Parse(order.ClientId)), rig.Bench.Limit(2, 40_000)));

        Assert.Equal(2, rig.Bench.Reports.Count(report => report.Fill is not null));
        Assert.Equal(1, rig.Bench.Filled);
    }

    [Fact]
    public async Task A_working_order_that_the_venue_does_not_have_has_ended()
    {
        await using var rig = await Rig.Start(isFutures: false);
        var stored = rig.Bench.Stored(rig.Bench.NewId(), rig.Bench.Limit(1, 40_000), OrderStatus.Accepted);

        await rig.Bench.Reconcile(rig.Venue, stored);
        Assert.Empty(rig.Bench.Reports);
        rig.Bench.Time.Advance(TimeSpan.FromSeconds(11));
        await rig.Bench.Reconcile(rig.Venue, stored);

        Assert.Equal((VenueReportKind.Cancelled, RefusalCodes.VenueOrderUnknown), (rig.Bench.Reports.Single().Kind, rig.Bench.Reports.Single().Code!));
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task Cancelling_tells_the_end_once(bool isFutures)
    {
        await using var rig = await Rig.Start(isFutures);
        var order = await rig.Place(2);

        await rig.Bench.Send(rig.Venue, rig.Bench.Cancel(new(Guid.Parse(order.ClientId))));

        Assert.Equal(1, rig.Bench.Reports.Count(report => report.Kind is VenueReportKind.Cancelled));
    }

    [Fact]
    public async Task Futures_change_price_and_quantity_and_spot_only_to_less()
    {
        await using var futures = await Rig.Start(isFutures: true);
        var order = await futures.Place(2);
        await futures.Bench.Send(futures.Venue, futures.Bench.Amend(new(Guid.Parse(order.ClientId)), new(futures.Bench.Quantity(3), futures.Bench.Price(41_000), null)));
        Assert.Equal((3m, 41_000m), (order.Quantity, order.Price));
        Assert.True(futures.Bench.Has(VenueReportKind.Updated));

        await using var spot = await Rig.Start(isFutures: false);
        order = await spot.Place(2);
        var id = new OrderId(Guid.Parse(order.ClientId));
        await spot.Bench.Send(spot.Venue, spot.Bench.Amend(id, new(spot.Bench.Quantity(3), null, null)));
        Assert.Equal(RefusalCodes.VenueUnsupported, spot.Bench.Reports.Last().Code);
        await spot.Bench.Send(spot.Venue, spot.Bench.Amend(id, new(spot.Bench.Quantity(1), null, null)));
        Assert.Equal(1, order.Quantity);
    }

    [Theory]
    [InlineData(OrderSide.Buy, OrderFlags.None, "LONG"), InlineData(OrderSide.Sell, OrderFlags.None, "SHORT")]
    [InlineData(OrderSide.Buy, OrderFlags.ReduceOnly, "SHORT"), InlineData(OrderSide.Sell, OrderFlags.ReduceOnly, "LONG")]
    public async Task In_hedge_mode_an_order_names_its_position_and_never_reduce_only(OrderSide side, OrderFlags flags, string position)
    {
        await using var rig = await Rig.Start(isFutures: true, isHedged: true);

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(1, 40_000, side) with { Flags = flags }));

        Assert.Equal(position, rig.Stub.Single.Query["positionSide"]);
        Assert.False(rig.Stub.Single.Query.ContainsKey("reduceOnly"));
        Assert.Equal(1, rig.Stub.Requests.Count(request => request.Contains("dualSidePosition=true", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(MarginMode.Isolated, "marginType=ISOLATED"), InlineData(MarginMode.Cross, "marginType=CROSSED")]
    public async Task Margin_mode_and_leverage_are_set_before_the_first_order_of_a_symbol(MarginMode mode, string words)
    {
        await using var rig = await Rig.Start(isFutures: true);
        await rig.Venue.Configure(rig.Bench.Account, rig.Bench.Settings with { MarginMode = mode, Leverage = 20 }, CancellationToken.None);

        await rig.Place(1);
        await rig.Place(1);

        var posts = rig.Stub.Requests.Where(request => request.StartsWith("POST /fapi/v1/", StringComparison.Ordinal) && !request.Contains("listenKey", StringComparison.Ordinal)).ToList();
        Assert.Equal(1, posts.Count(request => request.Contains(words, StringComparison.Ordinal)));
        Assert.Equal(1, posts.Count(request => request.Contains("leverage=20", StringComparison.Ordinal)));
        Assert.True(posts.FindIndex(request => request.Contains("leverage=20", StringComparison.Ordinal)) < posts.FindIndex(request => request.Contains("/order?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_changed_leverage_is_set_before_the_next_order_of_a_symbol()
    {
        await using var rig = await Rig.Start(isFutures: true);
        await rig.Place(1);

        await rig.Venue.Configure(rig.Bench.Account, rig.Bench.Settings with { Leverage = 3 }, CancellationToken.None);
        await rig.Place(1);

        var posts = rig.Stub.Requests.Where(request => request.Contains("leverage=", StringComparison.Ordinal) || request.StartsWith("POST /fapi/v1/order?", StringComparison.Ordinal)).ToList();
        Assert.Equal(["leverage=5", "order", "leverage=3", "order"], posts.Select(post => post.Contains("leverage=5", StringComparison.Ordinal) ? "leverage=5" : post.Contains("leverage=3", StringComparison.Ordinal) ? "leverage=3" : "order"));
    }

    [Fact]
    public async Task A_leverage_that_the_venue_refuses_rejects_the_order_and_nothing_is_sent()
    {
        await using var rig = await Rig.Start(isFutures: true);
        rig.Stub.LeverageRefusal = (-4161, "Leverage reduction is not supported in Isolated Margin Mode with open positions.");

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(1, 40_000)));

        Assert.Empty(rig.Stub.Orders);
        Assert.Equal((VenueReportKind.Rejected, RefusalCodes.VenueRejected), (rig.Bench.Reports.Single().Kind, rig.Bench.Reports.Single().Code!));
    }

    [Fact]
    public async Task Without_being_told_the_leverage_nothing_is_sent()
    {
        var bench = new VenueBench(Rig.InstrumentOf(isFutures: true));
        await using var stub = (BinanceStub)await new BinanceStub(isFutures: true, bench.Time).Start();
        await using var venue = Rig.VenueAt(stub, bench, isFutures: true, bench);
        bench.Time.Advance(TimeSpan.FromMilliseconds(5));

        await Assert.ThrowsAsync<IOException>(() => bench.Send(venue, bench.Submit(bench.NewId(), bench.Limit(1, 40_000))));

        Assert.Empty(stub.Orders);
        Assert.Empty(bench.Reports);
    }

    [Fact]
    public async Task A_stop_of_futures_is_a_conditional_order_whose_fills_are_found_under_its_actual_order()
    {
        await using var rig = await Rig.Start(isFutures: true);
        var ticket = new OrderTicket(rig.Bench.Instrument.Id, OrderSide.Sell, OrderType.Stop, rig.Bench.Quantity(2), TimeInForce.GoodTillCancelled) { TriggerPrice = rig.Bench.Price(39_000) };
        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), ticket));
        await rig.Stub.Listening;
        var order = rig.Stub.Single;
        Assert.Equal(("STOP_MARKET", "39000", "CONDITIONAL"), (order.Query["type"], order.Query["triggerPrice"], order.Query["algoType"]));

        (order.AlgoStatus, order.ActualClientId) = ("TRIGGERED", "autogenerated");
        await rig.Stub.Push(new { e = "ALGO_UPDATE", o = new { caid = order.ClientId, X = "TRIGGERED" } });
        await rig.Bench.Until(VenueReportKind.Triggered);
        await rig.Stub.Tell(order, rig.Stub.Trade(order, 2, 38_990));
        await rig.Bench.Until(() => rig.Bench.Filled == 2);

        Assert.Equal(0, rig.Stub.Count("POST /fapi/v1/order?"));
    }

    [Fact]
    public async Task A_market_order_with_a_protection_price_takes_at_once_up_to_it()
    {
        await using var rig = await Rig.Start(isFutures: false);
        var ticket = new OrderTicket(rig.Bench.Instrument.Id, OrderSide.Buy, OrderType.Market, rig.Bench.Quantity(1), TimeInForce.ImmediateOrCancel);

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), ticket, protection: 42_000.17m));

        Assert.Equal(("BTCUSDT", "BUY", "LIMIT", "1", "42000.1", "IOC"), Words(rig.Stub.Single));
    }

    [Fact]
    public async Task A_listen_key_that_expired_is_replaced_and_the_gap_closed()
    {
        await using var rig = await Rig.Start(isFutures: true);
        await rig.Settle();
        var order = await rig.Place(1);
        rig.Stub.Trade(order, 1, 40_000);

        await rig.Stub.Push(new { e = "listenKeyExpired", E = 1 });
        await rig.Bench.Until(() => rig.Bench.Filled == 2);

        Assert.True(rig.Stub.Count("POST /fapi/v1/listenKey") >= 2);
    }

    [Fact]
    public async Task A_listen_key_that_cannot_be_kept_alive_is_replaced()
    {
        await using var rig = await Rig.Start(isFutures: true, keepAlive: TimeSpan.FromMilliseconds(50));
        await rig.Settle();
        var order = await rig.Place(1);
        rig.Stub.Trade(order, 1, 40_000);

        rig.Stub.ListenKeyIsLost = true;
        await rig.Bench.Until(() => rig.Bench.Filled == 2);

        Assert.True(rig.Stub.Count("PUT /fapi/v1/listenKey") >= 1);
    }

    public static TheoryData<bool, OrderType, TimeInForce> WhatBinanceHasNoWordsFor => new()
    {
        { false, OrderType.Limit, TimeInForce.Day }, { true, OrderType.Limit, TimeInForce.AtTheOpen },
        { false, OrderType.Limit, TimeInForce.GoodTillDate }, { true, OrderType.TrailingStop, TimeInForce.GoodTillCancelled },
    };

    [Theory, MemberData(nameof(WhatBinanceHasNoWordsFor))]
    public async Task What_the_venue_has_no_words_for_is_rejected_here(bool isFutures, OrderType type, TimeInForce time)
    {
        await using var rig = await Rig.Start(isFutures);
        var ticket = rig.Bench.Limit(1, 40_000) with { Type = type, TimeInForce = time, Trailing = type is OrderType.TrailingStop ? new(100, null) : null };

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), ticket));

        Assert.Empty(rig.Stub.Orders);
        Assert.Equal((VenueReportKind.Rejected, RefusalCodes.VenueUnsupported), (rig.Bench.Reports.Single().Kind, rig.Bench.Reports.Single().Code!));
    }

    [Fact]
    public async Task Without_a_key_a_new_order_is_rejected()
    {
        await using var rig = await Rig.Start(isFutures: false, new OneKey(null));

        await rig.Bench.Send(rig.Venue, rig.Bench.Submit(rig.Bench.NewId(), rig.Bench.Limit(1, 40_000)));

        Assert.Equal(RefusalCodes.VenueCredentials, Assert.Single(rig.Bench.Reports).Code);
    }

    [Fact]
    public void A_credential_tells_nothing() => Assert.DoesNotContain("half", $"{new VenueCredential(VenueStub.Key, VenueStub.Secret)}", StringComparison.Ordinal);

    private static (string, string, string, string, string, string) Words(StubOrder order) =>
        (order.Query["symbol"], order.Query["side"], order.Query["type"], order.Query["quantity"], order.Query["price"], order.Query["timeInForce"]);

    private sealed class OneKey(VenueCredential? credential) : IVenueCredentials
    {
        public ValueTask<VenueCredential?> Find(string venue, AccountId account, CancellationToken cancellation) => new(credential);
    }

    private sealed record Rig(BinanceStub Stub, VenueBench Bench, BinanceVenue Venue, string Orders) : IAsyncDisposable
    {
        public static async Task<Rig> Start(bool isFutures, IVenueCredentials? credentials = null, bool isHedged = false, TimeSpan? keepAlive = null)
        {
            var bench = new VenueBench(InstrumentOf(isFutures)) { IsHedged = isHedged };
            if (keepAlive is { } interval) bench.Options.KeepAliveInterval = interval;
            var stub = (BinanceStub)await new BinanceStub(isFutures, bench.Time).Start();
            var venue = VenueAt(stub, bench, isFutures, credentials ?? bench);
            await venue.Configure(bench.Account, bench.Settings, CancellationToken.None);
            bench.Time.Advance(TimeSpan.FromMilliseconds(5));       // orders made from now on are younger than the venue
            return new(stub, bench, venue, isFutures ? "/fapi/v1/order" : "/api/v3/order");
        }

        public static Instrument InstrumentOf(bool isFutures) => new(new(7), new(
            InstrumentKey.Parse(isFutures ? "BINANCE:BTCUSDT-PERP" : "BINANCE:BTCUSDT"), "BTC", isFutures ? InstrumentType.Perpetual : InstrumentType.CryptoSpot, "USDT", new(8), new(8)));

        public static BinanceVenue VenueAt(BinanceStub stub, VenueBench bench, bool isFutures, IVenueCredentials credentials)
        {
            var venue = new BinanceVenue(
                isFutures ? BinanceMarket.UsdMFutures : BinanceMarket.Spot,
                new() { Enabled = true, Rest = stub.Address, Stream = stub.Address.Replace("http", "ws", StringComparison.Ordinal) },
                new HttpMessageInvoker(new SocketsHttpHandler()), credentials, bench.Surroundings);
            bench.Venue = venue;
            return venue;
        }

        public async Task<StubOrder> Place(decimal quantity)
        {
            var id = Bench.NewId();
            await Bench.Send(Venue, Bench.Submit(id, Bench.Limit(quantity, 40_000)));
            await Stub.Listening;
            return Stub.Orders.Single(order => order.ClientId == id.ToString());
        }

        /// <summary>
        /// Waits until the stream delivers, so that what is compared when it opens has been: the fill of one order is told there and nowhere else.
        /// </summary>
        public async Task Settle()
        {
            await Stub.TellOnStreamOnly(await Place(1));
            await Bench.Until(() => Bench.Filled == 1);
        }

        public async ValueTask DisposeAsync()
        {
            await Venue.DisposeAsync();
            await Stub.DisposeAsync();
        }
    }
}
