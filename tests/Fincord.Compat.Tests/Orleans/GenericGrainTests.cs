namespace Fincord.Compat.Tests.Orleans;

/// <summary>Generic interfaces, classes, methods and messages.</summary>
public sealed class GenericGrainTests
{
    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task A_generic_grain_keeps_what_it_is_told_for_each_of_its_arguments()
    {
        await using var cluster = await TestClusters.Deploy();
        var numbers = cluster.Client.GetGrain<IShelf<int>>("a");
        var quotes = cluster.Client.GetGrain<IShelf<Quote>>("a");

        await numbers.Put(4);
        await quotes.Put(new("ABC", 100));

        Assert.Equal([4], (await numbers.Read()).Items);
        Assert.Equal([new("ABC", 100)], (await quotes.Read()).Items);
        var each = await numbers.Each().ToArrayAsync();
        Assert.Equal([4], each);
    }

    [Fact]
    public async Task S24_The_name_of_a_generic_grain_has_its_arity_and_its_arguments()
    {
        await using var cluster = await TestClusters.Deploy();
        var client = cluster.Client;

        Assert.Equal("shelf`1[[int]]/a", Name(client.GetGrain<IShelf<int>>("a")));
        Assert.Equal("shelf`1[[string]]/a", Name(client.GetGrain<IShelf<string>>("a")));
        Assert.Equal("shelf`1[[byte[]]]/a", Name(client.GetGrain<IShelf<byte[]>>("a")));
        Assert.Equal("shelf`1[[compat.Quote]]/a", Name(client.GetGrain<IShelf<Quote>>("a")));
        Assert.Equal("shelf`1[[Fincord.Compat.Tests.Orleans.Trade,Fincord.Compat.Tests]]/a", Name(client.GetGrain<IShelf<Trade>>("a")));
        Assert.Equal(
            "shelf`1[[System.Collections.Generic.List`1[[Fincord.Compat.Tests.Orleans.Page`1[[decimal]],Fincord.Compat.Tests]]]]/a",
            Name(client.GetGrain<IShelf<List<Page<decimal>>>>("a")));
        Assert.Equal("pairs`2[[Guid],[string]]/2A", Name(client.GetGrain<IPairing<Guid, string>>(42)));

        static string Name(IAddressable grain) => grain.GetGrainId().ToString();
    }

    [Theory]
    [OneProcessOnly("an activation stays in memory")]
    [InlineData("shelf`1[[int]]/from a name")]
    [InlineData("shelf`1[[compat.Quote]]/from a name")]
    [InlineData("shelf`1[[Fincord.Compat.Tests.Orleans.Trade,Fincord.Compat.Tests]]/from a name")]
    [InlineData("shelf`1[[System.Collections.Generic.List`1[[Fincord.Compat.Tests.Orleans.Page`1[[decimal]],Fincord.Compat.Tests]]]]/from a name")]
    public async Task A_generic_grain_is_activated_from_nothing_but_its_name(string name)
    {
        await using var cluster = await TestClusters.Deploy();

        Assert.Equal(0, await cluster.Client.GetGrain<ISavable>(GrainId.Parse(name)).Save());

        Assert.True(cluster.TryGetGrainContext(GrainId.Parse(name), out _));
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task The_arguments_of_a_generic_grain_may_be_constrained()
    {
        await using var cluster = await TestClusters.Deploy();
        var pairing = cluster.Client.GetGrain<IPairing<string, Quote?>>(1);

        await pairing.Add("none", null);
        var pairs = await pairing.Add("some", new("ABC", 1));

        Assert.Equal(2, pairs.Count);
        Assert.Null(pairs["none"]);
    }

    [Fact]
    public async Task A_class_for_these_very_arguments_goes_before_a_generic_one()
    {
        await using var cluster = await TestClusters.Deploy();

        Assert.Equal("text", await cluster.Client.GetGrain<INamer<string>>("a").Name());
        Assert.Equal("general Int32", await cluster.Client.GetGrain<INamer<int>>("a").Name());
    }

    [Fact]
    public async Task S18_A_generic_interface_that_nobody_implements_is_an_ArgumentException()
    {
        await using var cluster = await TestClusters.Deploy();

        Assert.Throws<ArgumentException>(() => cluster.Client.GetGrain<IUnpaired<int, int>>("a"));
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S8_Generic_messages_are_copied_deeply()
    {
        await using var cluster = await TestClusters.Deploy();
        var shelf = cluster.Client.GetGrain<IShelf<int>>("a");

        var (passed, stored) = await cluster.Client.GetGrain<IShelfKeeper>("keeper").PassAndChange(shelf);

        Assert.Equal([1, 7], passed);
        Assert.Equal([1], stored);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S25_The_generic_state_of_a_generic_grain_outlives_its_activation()
    {
        await using var cluster = await TestClusters.Deploy();
        var shelf = cluster.Client.GetGrain<IShelf<Quote>>("a");
        await shelf.Put(new("ABC", 5));
        await shelf.Save();
        await shelf.Put(new("lost", 6));

        await cluster.DeactivateAsync(shelf);

        Assert.Equal([new("ABC", 5)], (await shelf.Read()).Items);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S40_An_observer_may_be_generic()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var shelf = cluster.Client.GetGrain<IShelf<Quote>>("a");
        var watcher = new ShelfWatcher(gates);

        await shelf.Watch(cluster.Client.CreateObjectReference<IShelfWatcher<Quote>>(watcher));
        await shelf.Put(new("ABC", 5));
        await gates.Reached("watched");

        Assert.Equal(["ABC"], gates.Log);
        GC.KeepAlive(watcher);
    }

    [Fact]
    public async Task Generic_methods_take_and_return_what_the_caller_says()
    {
        await using var cluster = await TestClusters.Deploy();
        var converter = cluster.Client.GetGrain<IConverterGrain>("a");

        Assert.Equal(5, await converter.Echo(5));
        Assert.Equal(new Quote("ABC", 1), await converter.Echo(new Quote("ABC", 1)));
        Assert.Null(await converter.Echo<string?>(null));
        Assert.Equal(3, await converter.Echo("overloaded", 3));
        Assert.Equal("Int32 Quote", await converter.NameOf<int, Quote>());
        Assert.Equal(["b", "a"], (await converter.Collect("a", ["b"])).Items);
        var repeated = await converter.Repeat(2, 3).ToArrayAsync();
        Assert.Equal([2, 2, 2], repeated);
    }

    [Fact]
    public async Task S15_A_filter_sees_a_generic_method_with_its_arguments()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, silo => silo.AddIncomingGrainCallFilter(context =>
        {
            if (context.InterfaceMethod.Name == nameof(IConverterGrain.NameOf))
            {
                gates.Note(string.Join(' ', context.InterfaceMethod.GetGenericArguments().Select(type => type.Name)));
                gates.Note(context.ImplementationMethod.DeclaringType!.Name);
            }
            return context.Invoke();
        }));

        await cluster.Client.GetGrain<IConverterGrain>("a").NameOf<long, Trade>();

        Assert.Equal(["Int64 Trade", nameof(ConverterGrain), "named"], gates.Log);
    }

    private sealed class ShelfWatcher(Gates gates) : IShelfWatcher<Quote>
    {
        public void Added(Quote item)
        {
            gates.Note(item.Symbol);
            gates.Reach("watched");
        }
    }
}
