using Fincord.Benchmarks.Trading;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Matching;

namespace Fincord.Domain.Tests.Trading.Matching;

/// <summary>Order stream A, which engines are compared by, and the format that streams are kept in.</summary>
public sealed class OrderStreamTests
{
    private const string Final =
        "trades=455560 volume=14081696 notional=140041459346 hash=73f2d8e110357ea0 cancelled=118809 refused=281574 unfilled=562 resting=21685";

    [Fact]
    public void Stream_A_gives_the_published_figures()
    {
        var (stream, replay) = (new OrderStreamA(), new OrderStreamReplay());
        for (var i = 0; i < OrderStreamA.Length; i++) replay.Apply(stream.Next());

        Assert.Equal(Final, replay.ToString());
    }

    [Fact]
    public void Stream_A_passes_the_committed_checkpoints() => PassesCheckpoints(Fixture());

    [Fact]
    public void Stream_A_passes_every_checkpoint_of_the_shared_oracle() => PassesCheckpoints(File.ReadAllLines(SharedOracle("matching-A-checkpoints.csv")));

    [Fact]
    public void Stream_A_begins_with_the_shared_events()
    {
        var stream = new OrderStreamA();
        foreach (var line in File.ReadLines(SharedOracle("matching-A-events-first-1000.csv")).Skip(1))
        {
            // The oracle writes no side, price or quantity of a cancel.
            var next = stream.Next();
            if (next.Action == OrderStreamAction.Cancel) next = next with { Side = OrderSide.Buy };
            Assert.Equal(line, $"{next.Action},{next.Side},{next.Id},{next.Price},{next.Quantity}".Replace("Limit,", "LIMIT,").Replace("Cancel,", "CANCEL,").Replace("Market,", "MARKET,").Replace("Buy", "buy").Replace("Sell", "sell"));
        }
    }

    [Fact]
    public void A_busy_book_allocates_nothing()
    {
        var bytes = OrderStreamA.Bytes(200_000);
        Replay(bytes, new(1 << 16));
        var replay = new OrderStreamReplay(1 << 16);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Replay(bytes, replay);

        // The runtime itself may allocate a little while it compiles again; one allocation of ours in a thousand events would be more.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000 / 1_000 * 24);
        Assert.True(replay.Tape.Trades > 50_000);
    }

    [Fact]
    public void A_record_is_16_little_endian_bytes()
    {
        var bytes = new byte[16];
        new OrderStreamRecord(OrderStreamAction.Market, OrderSide.Sell, 0xFFFF_FFFE, -2, 0x0102_0304).Write(bytes);

        Assert.Equal("0201" + "0000" + "FEFFFFFF" + "FEFFFFFF" + "04030201", Convert.ToHexString(bytes));
        Assert.True(OrderStreamRecord.TryRead(bytes, out var back));
        Assert.Equal(new(OrderStreamAction.Market, OrderSide.Sell, 0xFFFF_FFFE, -2, 0x0102_0304), back);
    }

    [Theory]
    [InlineData("03000000"), InlineData("FF000000"), InlineData("00020000"), InlineData("00000100"), InlineData("00000080")]
    public void A_record_with_another_type_or_side_or_reserved_bytes_is_none(string head) =>
        Assert.False(OrderStreamRecord.TryRead(Convert.FromHexString(head + new string('0', 24)), out _));

    [Fact]
    public void Records_that_the_book_refuses_are_counted_and_change_nothing()
    {
        var replay = new OrderStreamReplay();
        Apply(OrderStreamAction.Limit, OrderSide.Buy, uint.MaxValue, int.MinValue, uint.MaxValue);
        Apply(OrderStreamAction.Limit, OrderSide.Buy, uint.MaxValue, 5, 5);
        Apply(OrderStreamAction.Market, OrderSide.Sell, uint.MaxValue, 0, 5);
        Apply(OrderStreamAction.Limit, OrderSide.Buy, 7, 5, 0);
        Apply(OrderStreamAction.Market, OrderSide.Sell, 8, 0, 0);
        Apply(OrderStreamAction.Cancel, OrderSide.Buy, 9, 0, 0);

        Assert.Equal("trades=0 volume=0 notional=0 hash=14650fb0739d0383 cancelled=0 refused=5 unfilled=0 resting=1", replay.ToString());

        void Apply(OrderStreamAction action, OrderSide side, uint id, int price, uint quantity) => replay.Apply(new(action, side, id, price, quantity));
    }

    [Fact]
    public void Sums_beyond_64_bits_are_exact()
    {
        var replay = new OrderStreamReplay();
        for (var i = 0u; i < 4; i++)
        {
            replay.Apply(new(OrderStreamAction.Limit, OrderSide.Sell, 2 * i, int.MaxValue, uint.MaxValue));
            replay.Apply(new(OrderStreamAction.Market, OrderSide.Buy, 2 * i + 1, 0, uint.MaxValue));
        }

        Assert.Equal((Int128)4 * int.MaxValue * uint.MaxValue, replay.Tape.Notional);
        Assert.True(replay.Tape.Notional > long.MaxValue);
    }

    private static void PassesCheckpoints(IEnumerable<string> lines)
    {
        var (stream, replay, events) = (new OrderStreamA(), new OrderStreamReplay(), 0);
        foreach (var line in lines.Skip(1))
        {
            for (var until = int.Parse(line.Split(',')[0]); events < until; events++) replay.Apply(stream.Next());
            var (tape, engine) = (replay.Tape, replay.Engine);
            Assert.Equal(line, $"{events},{tape.Trades},{tape.Volume},{tape.Notional},{replay.Cancelled},{replay.Refused},{tape.Hash:x16},{engine.BestBid},{engine.BestAsk}");
        }
        Assert.True(events >= 100_000);
    }

    private static void Replay(byte[] bytes, OrderStreamReplay replay)
    {
        for (var at = 0; at < bytes.Length; at += OrderStreamRecord.Size)
        {
            Assert.True(OrderStreamRecord.TryRead(bytes.AsSpan(at), out var record));
            replay.Apply(record);
        }
    }

    private static string[] Fixture() => File.ReadAllLines(Path.Combine(Ancestor("Fincord.sln")!, "tests", "fixtures", "order-stream-a.csv"));

    private static string SharedOracle(string name)
    {
        var root = Ancestor(Path.Combine("shared", "oracles", name));
        Assert.SkipWhen(root is null, $"There is no shared/oracles/{name} in any folder above: others' results are not part of the repository.");
        return Path.Combine(root!, "shared", "oracles", name);
    }

    private static string? Ancestor(string landmark)
    {
        for (var candidate = new DirectoryInfo(AppContext.BaseDirectory); candidate is not null; candidate = candidate.Parent)
            if (File.Exists(Path.Combine(candidate.FullName, landmark))) return candidate.FullName;
        return null;
    }
}
