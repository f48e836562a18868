using Orleans.Concurrency;

namespace Fincord.Compat.Tests.Orleans;

[GenerateSerializer, Alias("compat.Basket")]
public sealed class Basket
{
    [Id(0)]
    public List<string> Fruits { get; set; } = [];

    [Id(1)]
    public Basket? Inner { get; set; }

    [Id(2)]
    public readonly Dictionary<string, int[]> Counts = [];
}

[GenerateSerializer, Alias("compat.BigBasket")]
public class Container
{
    [Id(0)]
    private List<int> _numbers = [];

    public List<int> Numbers => _numbers;
}

[GenerateSerializer, Alias("compat.Crate")]
public sealed class Crate : Container
{
    [Id(0)]
    public int[] Sizes { get; set; } = [];
}

[GenerateSerializer, Alias("compat.RottenFruitException")]
public sealed class RottenFruitException(string message) : Exception(message);

public interface IPantry : IGrainWithStringKey
{
    Task Put(Basket basket);

    Task<Basket> Get();

    Task<bool> SameTwice(Basket one, Basket other);

    Task<bool> ContainsItself(Basket basket);

    Task<Container> Echo(Container container);

    Task<string> Keep([Immutable] List<string> list);

    Task<Immutable<List<string>>> Kept();
}

internal sealed class PantryGrain : Grain, IPantry
{
    private Basket _basket = new();
    private List<string> _kept = [];

    public Task Put(Basket basket)
    {
        _basket = basket;
        return Task.CompletedTask;
    }

    public Task<Basket> Get() => Task.FromResult(_basket);

    public Task<bool> SameTwice(Basket one, Basket other) => Task.FromResult(ReferenceEquals(one, other));

    public Task<bool> ContainsItself(Basket basket) => Task.FromResult(ReferenceEquals(basket, basket.Inner));

    public Task<Container> Echo(Container container) => Task.FromResult(container);

    public Task<string> Keep(List<string> list)
    {
        _kept = list;
        return Task.FromResult("kept");
    }

    public Task<Immutable<List<string>>> Kept() => Task.FromResult(_kept.AsImmutable());
}

/// <summary>Calls the pantry from a grain, so that the call stays inside of the silo.</summary>
public interface ICook : IGrainWithStringKey
{
    Task<bool> SharesImmutableArguments();

    Task<bool> SharesMutableArguments();
}

internal sealed class CookGrain : Grain, ICook
{
    public async Task<bool> SharesImmutableArguments()
    {
        var pantry = GrainFactory.GetGrain<IPantry>("immutable");
        var list = new List<string> { "apple" };
        await pantry.Keep(list);
        return ReferenceEquals(list, (await pantry.Kept()).Value);
    }

    public async Task<bool> SharesMutableArguments()
    {
        var pantry = GrainFactory.GetGrain<IPantry>("mutable");
        var basket = new Basket();
        await pantry.Put(basket);
        basket.Fruits.Add("worm");
        return (await pantry.Get()).Fruits.Count > 0;
    }
}

public interface IThrower : IGrainWithStringKey
{
    Task Throw();

    Task ThrowBeforeTheFirstAwait();

    Task ThrowAggregate();

    Task<int> PassOn();
}

internal sealed class ThrowerGrain : Grain, IThrower
{
    public async Task Throw()
    {
        await Task.Yield();
        ThrowDeepInside();
    }

    public Task ThrowBeforeTheFirstAwait() => throw new RottenFruitException("at once");

    public Task ThrowAggregate() => throw new AggregateException("two", new RottenFruitException("a"), new RottenFruitException("b"));

    public async Task<int> PassOn()
    {
        await GrainFactory.GetGrain<IThrower>("other").Throw();
        return 1;
    }

    private static void ThrowDeepInside() => throw new RottenFruitException("bad apple");
}

public sealed class MessagingTests
{
    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S8_Changes_after_the_call_are_invisible_to_the_other_side()
    {
        await using var cluster = await TestClusters.Deploy();
        var pantry = cluster.Client.GetGrain<IPantry>("a");
        var basket = new Basket { Fruits = ["apple"], Counts = { ["apple"] = [1] } };

        await pantry.Put(basket);
        basket.Fruits.Add("worm");
        basket.Counts["apple"][0] = 2;
        var got = await pantry.Get();
        got.Fruits.Add("bruise");
        got.Counts.Clear();
        var again = await pantry.Get();

        Assert.Equal(["apple"], again.Fruits);
        Assert.Equal([1], again.Counts["apple"]);
    }

    [Fact]
    [OneProcessOnly("inside of a silo objects are shared")]
    public async Task S8_Calls_inside_of_a_silo_copy_what_can_change_and_share_what_is_immutable()
    {
        await using var cluster = await TestClusters.Deploy();
        var cook = cluster.Client.GetGrain<ICook>("a");

        Assert.False(await cook.SharesMutableArguments());
        Assert.True(await cook.SharesImmutableArguments());
    }

    [Fact]
    public async Task S8_Identity_and_cycles_inside_of_a_message_survive()
    {
        await using var cluster = await TestClusters.Deploy();
        var pantry = cluster.Client.GetGrain<IPantry>("a");
        var basket = new Basket();
        basket.Inner = basket;

        Assert.True(await pantry.SameTwice(basket, basket));
        Assert.True(await pantry.ContainsItself(basket));
    }

    [Fact]
    public async Task S8_An_object_keeps_its_class_and_the_members_of_its_base_class()
    {
        await using var cluster = await TestClusters.Deploy();
        var crate = new Crate { Sizes = [1, 2] };
        crate.Numbers.Add(3);

        var copy = Assert.IsType<Crate>(await cluster.Client.GetGrain<IPantry>("a").Echo(crate));

        Assert.NotSame(crate.Numbers, copy.Numbers);
        Assert.Equal([3], copy.Numbers);
        Assert.NotSame(crate.Sizes, copy.Sizes);
        Assert.Equal([1, 2], copy.Sizes);
    }

    [Fact]
    public async Task S11_An_exception_reaches_the_caller_with_type_message_and_remote_stack()
    {
        await using var cluster = await TestClusters.Deploy();
        var thrower = cluster.Client.GetGrain<IThrower>("a");

        var direct = await Assert.ThrowsAsync<RottenFruitException>(thrower.Throw);
        var passedOn = await Assert.ThrowsAsync<RottenFruitException>(thrower.PassOn);

        Assert.Equal("bad apple", direct.Message);
        Assert.Contains("ThrowDeepInside", direct.StackTrace);
        Assert.Contains("ThrowDeepInside", passedOn.StackTrace);
    }

    [Fact]
    public async Task S11_A_synchronous_throw_appears_as_a_faulted_task()
    {
        await using var cluster = await TestClusters.Deploy();

        var task = cluster.Client.GetGrain<IThrower>("a").ThrowBeforeTheFirstAwait();

        Assert.Equal("at once", (await Assert.ThrowsAsync<RottenFruitException>(() => task)).Message);
    }

    [Fact]
    public async Task S11_An_AggregateException_is_not_unwrapped()
    {
        await using var cluster = await TestClusters.Deploy();

        var thrown = await Assert.ThrowsAsync<AggregateException>(cluster.Client.GetGrain<IThrower>("a").ThrowAggregate);

        Assert.Equal(2, thrown.InnerExceptions.Count);
    }
}
