using Fincord.Grains.Trading;

namespace Fincord.Grains.Tests.Trading;

public sealed class TradingRepairsTests
{
    private readonly TradingRepairs _repairs = new();

    [Fact]
    public async Task What_is_asked_for_twice_comes_once()
    {
        _repairs.Ask("one");
        _repairs.Ask("one");
        _repairs.Ask("two");

        Assert.Equal(["one", "two"], await Read(2));
    }

    [Fact]
    public async Task What_is_asked_for_while_it_is_repaired_comes_again_when_that_has_ended()
    {
        _repairs.Ask("one");
        await Read(1);

        _repairs.Ask("one");
        _repairs.Ask("two");
        Assert.Equal(["two"], await Read(1));
        _repairs.End("one");

        Assert.Equal(["one"], await Read(1));
    }

    [Fact]
    public async Task What_was_repaired_comes_again_when_it_is_asked_for_later()
    {
        _repairs.Ask("one");
        await Read(1);
        _repairs.End("one");

        _repairs.Ask("one");

        Assert.Equal(["one"], await Read(1));
    }

    private async Task<List<string>> Read(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var keys = new List<string>();
        await foreach (var key in _repairs.ReadAll(patience.Token))
        {
            keys.Add(key);
            if (keys.Count == count) break;
        }
        return keys;
    }
}
