using Fincord.Connectors.Binance;
using Fincord.Connectors.Tests.Venues;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Tests.Binance;

/// <summary>What Binance does to an account by itself, and what it holds for it.</summary>
public sealed class BinanceStatementTests : IAsyncLifetime
{
    private static readonly Instrument _perpetual = new(new(7), InstrumentDefinition.FromKey(InstrumentKey.Parse("BINANCE:BTCUSDT-PERP")));

    private readonly VenueBench _bench = new(_perpetual);
    private BinanceStub _stub = null!;
    private BinanceVenue _venue = null!;

    public async ValueTask InitializeAsync()
    {
        _stub = (BinanceStub)await new BinanceStub(isFutures: true, _bench.Time).Start();
        _venue = new(
            BinanceMarket.UsdMFutures, new() { Enabled = true, Rest = _stub.Address, Stream = _stub.Address.Replace("http", "ws", StringComparison.Ordinal) },
            new HttpMessageInvoker(new SocketsHttpHandler()), _bench, _bench.Surroundings);
        _bench.Venue = _venue;
        await _venue.Configure(_bench.Account, _bench.Settings, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _venue.DisposeAsync();
        await _stub.DisposeAsync();
    }

    [Fact]
    public async Task Funding_and_the_fee_of_a_liquidation_are_movements_with_the_venue_s_id_and_commissions_are_not()
    {
        _stub.Income.Enqueue(("FUNDING_FEE", "USDT", -1.25m, 11));
        _stub.Income.Enqueue(("INSURANCE_CLEAR", "USDT", -0.5m, 11));
        _stub.Income.Enqueue(("COMMISSION", "USDT", -9, 12));

        var statement = await _bench.ReadStatement(_venue);

        Assert.Equal(
            [("binance-futures/FUNDING_FEE/11", JournalKind.Funding, "USDT", -1.25m), ("binance-futures/INSURANCE_CLEAR/11", JournalKind.Fee, "USDT", -0.5m)],
            statement.Movements.Select(movement => (movement.Id, movement.Kind, movement.Currency, movement.Amount)));
    }

    [Fact]
    public async Task Funding_that_the_stream_tells_of_is_asked_for_at_once()
    {
        await _bench.ReadStatement(_venue);
        await _stub.Listening;
        _stub.Income.Enqueue(("FUNDING_FEE", "USDT", 2, 5));

        await _stub.Push(new { e = "ACCOUNT_UPDATE", E = 1, T = 1, a = new { m = "FUNDING_FEE", B = new[] { new { a = "USDT", wb = "100", cw = "100", bc = "2" } }, P = Array.Empty<object>() } });

        await _bench.Until(() => _bench.Movements.Count == 1);
        Assert.Equal(2, _bench.Movements[0].Amount);
    }

    [Fact]
    public async Task A_liquidation_is_an_order_of_the_venue_s_own_with_its_fills_told_once()
    {
        var forced = _stub.Liquidate("BTCUSDT", "SELL", 2, 30_000);

        await _bench.ReadStatement(_venue);
        await _bench.ReadStatement(_venue);

        Assert.Equal([VenueReportKind.Accepted, VenueReportKind.Filled], _bench.Reports.Select(report => report.Kind));
        var (accepted, filled) = (_bench.Reports[0], _bench.Reports[1].Fill!);
        Assert.Equal(OrderId.Of("binance-futures", _bench.Account, $"{forced.Id}"), accepted.OrderId);
        Assert.Equal((_perpetual.Id, OrderSide.Sell, _bench.Quantity(2)), (accepted.Ticket!.InstrumentId, accepted.Ticket.Side, accepted.Ticket.Quantity));
        Assert.Equal((accepted.OrderId, OrderSide.Sell, _bench.Price(30_000), _bench.Quantity(2)), (filled.OrderId, filled.Side, filled.Price, filled.Quantity));
    }

    [Fact]
    public async Task A_liquidation_that_the_stream_tells_of_is_asked_for_at_once()
    {
        await _bench.ReadStatement(_venue);
        await _stub.Listening;
        var forced = _stub.Liquidate("BTCUSDT", "SELL", 2, 30_000);

        await _stub.Tell(forced, forced.Trades[0]);

        await _bench.Until(() => _bench.Filled == 2);
    }

    [Fact]
    public async Task A_liquidation_of_an_instrument_that_the_account_does_not_know_is_left_to_the_differences()
    {
        _stub.Liquidate("ETHUSDT", "SELL", 2, 3_000);

        await _bench.ReadStatement(_venue);

        Assert.Empty(_bench.Reports);
    }

    [Fact]
    public async Task Holdings_are_told_by_the_instrument_s_unit_and_by_currency()
    {
        _stub.Holdings["BTCUSDT"] = -1.5m;
        _stub.Holdings["USDT"] = 99.25m;

        var statement = await _bench.ReadStatement(_venue);

        Assert.Equal([KeyValuePair.Create("USDT", (decimal?)99.25m), KeyValuePair.Create("instr:7", (decimal?)-1.5m)], statement.Holdings);
    }

    [Fact]
    public async Task Whether_the_stream_is_heard_is_told()
    {
        Assert.Equal(Contracts.Trading.VenueConnection.Idle, _venue.Connection);

        await _bench.ReadStatement(_venue);
        await _stub.Listening;
        _stub.Income.Enqueue(("FUNDING_FEE", "USDT", 2, 5));
        await _stub.Push(new { e = "ACCOUNT_UPDATE", a = new { m = "FUNDING_FEE" } });
        await _bench.Until(() => _bench.Movements.Count == 1);

        Assert.Equal(Contracts.Trading.VenueConnection.Open, _venue.Connection);
    }
}
