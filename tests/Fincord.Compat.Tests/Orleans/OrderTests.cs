using Orleans.Concurrency;

namespace Fincord.Compat.Tests.Orleans;

public interface IPurser : IGrainWithStringKey
{
    /// <summary>Pays when there is enough: looks, asks somebody in between, and pays.</summary>
    Task<bool> PayAfterAsking(int amount, string gate);

    /// <summary>Pays when there is enough, without an await in between.</summary>
    Task<bool> PayAtOnce(int amount, string gate);

    Task<int> Balance();
}

[Reentrant]
internal sealed class PurserGrain(Gates gates) : Grain, IPurser
{
    private int _balance = 100;

    public async Task<bool> PayAfterAsking(int amount, string gate)
    {
        if (_balance < amount) return false;
        await gates.Pass(gate);
        _balance -= amount;
        return true;
    }

    public async Task<bool> PayAtOnce(int amount, string gate)
    {
        await gates.Pass(gate);
        if (_balance < amount) return false;
        _balance -= amount;
        return true;
    }

    public Task<int> Balance() => Task.FromResult(_balance);
}

public interface IScribe : IGrainWithStringKey
{
    Task Hear(int number);

    Task<List<int>> Heard();
}

internal sealed class ScribeGrain : Grain, IScribe
{
    private readonly List<int> _heard = [];

    public Task Hear(int number)
    {
        _heard.Add(number);
        return Task.CompletedTask;
    }

    public Task<List<int>> Heard() => Task.FromResult(_heard);
}

public sealed class OrderTests
{
    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S6_On_a_reentrant_grain_state_may_change_across_any_await()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var purser = cluster.Client.GetGrain<IPurser>("a");

        var first = purser.PayAfterAsking(80, "first");
        var second = purser.PayAfterAsking(80, "second");
        await Task.WhenAll(gates.Reached("first"), gates.Reached("second"));
        gates.Open("first");
        gates.Open("second");

        Assert.True(await first && await second);
        Assert.Equal(-60, await purser.Balance());
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S6_What_is_free_of_awaits_is_one_turn_on_a_reentrant_grain_too()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var purser = cluster.Client.GetGrain<IPurser>("a");

        var payments = Enumerable.Range(0, 20).Select(_ => purser.PayAtOnce(30, "all")).ToArray();
        await gates.Reached("all");
        gates.Open("all");
        var paid = await Task.WhenAll(payments);

        Assert.Equal(3, paid.Count(one => one));
        Assert.Equal(10, await purser.Balance());
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S7_Calls_that_are_awaited_arrive_in_order()
    {
        await using var cluster = await TestClusters.Deploy();
        var hearer = cluster.Client.GetGrain<IScribe>("a");

        for (var i = 0; i < 200; i++) await hearer.Hear(i);

        Assert.Equal(Enumerable.Range(0, 200), await hearer.Heard());
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S7_Calls_that_are_not_awaited_all_arrive_once_in_whatever_order()
    {
        await using var cluster = await TestClusters.Deploy();
        var hearer = cluster.Client.GetGrain<IScribe>("a");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(hearer.Hear));

        Assert.Equal(Enumerable.Range(0, 200), (await hearer.Heard()).Order());
    }
}
