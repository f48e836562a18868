using Orleans.BroadcastChannel;

namespace Fincord.Compat.Tests.Orleans;

public interface IListening : IGrainWithStringKey;

internal abstract class ListeningGrain(Gates gates, string name) : Grain, IListening, IOnBroadcastChannelSubscribed
{
    public Task OnSubscribed(IBroadcastChannelSubscription streamSubscription) => streamSubscription.Attach<Fruit>(
        fruit => Take(streamSubscription.ChannelId, fruit),
        failure =>
        {
            gates.Note($"{name}: {failure.GetType().Name}");
            gates.Reach($"{name} failed");
            return Task.CompletedTask;
        });

    private Task Take(ChannelId channel, Fruit fruit)
    {
        if (fruit.Name.StartsWith("rotten", StringComparison.Ordinal)) throw new RottenFruitException($"{name} dislikes {fruit.Name}");
        gates.Note($"{name} of {channel.GetKeyAsString()}: {fruit.Name}");
        fruit.Name = "eaten";
        gates.Reach($"{name} {channel.GetKeyAsString()}");
        return Task.CompletedTask;
    }
}

[ImplicitChannelSubscription("radio")]
internal sealed class FirstListeningGrain(Gates gates) : ListeningGrain(gates, "first");

[ImplicitChannelSubscription("radio"), ImplicitChannelSubscription("television")]
internal sealed class SecondListeningGrain(Gates gates) : ListeningGrain(gates, "second");

[GenerateSerializer]
public sealed class Fruit
{
    [Id(0)]
    public string Name { get; set; } = "";
}

public sealed class BroadcastChannelTests
{
    [Fact]
    public async Task S39_An_item_reaches_all_implicit_subscribers_and_each_gets_its_own_copy()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates, fireAndForget: false);
        var item = new Fruit { Name = "apple" };

        await Writer<Fruit>(cluster, "radio", "a").Publish(item);

        Assert.Equal(["first of a: apple", "second of a: apple"], gates.Log.Order());
        Assert.Equal("apple", item.Name);
    }

    [Fact]
    public async Task S39_A_channel_reaches_those_who_subscribed_to_its_namespace_under_its_key()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates, fireAndForget: false);
        var key = Guid.NewGuid();

        await Provider(cluster).GetChannelWriter<Fruit>(ChannelId.Create("television", key)).Publish(new() { Name = "pear" });
        await Writer<Fruit>(cluster, "newspaper", "a").Publish(new() { Name = "plum" });

        Assert.Equal([$"second of {key:N}: pear"], gates.Log);
    }

    [Fact]
    public async Task S39_Without_fire_and_forget_Publish_throws_what_the_subscribers_threw()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates, fireAndForget: false);

        var failure = await Assert.ThrowsAsync<AggregateException>(
            () => Writer<Fruit>(cluster, "radio", "a").Publish(new() { Name = "rotten apple" }));

        var all = failure.Flatten().InnerExceptions;
        Assert.Equal(["first dislikes rotten apple", "second dislikes rotten apple"], all.Select(one => one.Message).Order());
        Assert.All(all, one => Assert.IsType<RottenFruitException>(one));
        Assert.Empty(gates.Log);
    }

    [Fact]
    public async Task S39_With_fire_and_forget_failures_stay_at_the_subscriber_and_the_next_item_follows()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates, fireAndForget: true);
        var writer = Writer<Fruit>(cluster, "television", "a");

        await writer.Publish(new() { Name = "rotten apple" });
        await writer.Publish(new() { Name = "apple" });
        await gates.Reached("second a");

        Assert.Equal(["second of a: apple"], gates.Log);
    }

    [Fact]
    public async Task S39_An_item_of_another_type_goes_to_onError()
    {
        var gates = new Gates();
        await using var cluster = await Deploy(gates, fireAndForget: true);

        await Writer<string>(cluster, "television", "a").Publish("text");
        await gates.Reached("second failed");

        Assert.Equal(["second: InvalidCastException"], gates.Log);
    }

    private static Task<global::Orleans.TestingHost.InProcessTestCluster> Deploy(Gates gates, bool fireAndForget) => TestClusters.Deploy(
        gates,
        silo => silo.AddBroadcastChannel("channels"),
        client => client.AddBroadcastChannel("channels", options => options.FireAndForgetDelivery = fireAndForget));

    private static IBroadcastChannelProvider Provider(global::Orleans.TestingHost.InProcessTestCluster cluster) =>
        cluster.Client.GetBroadcastChannelProvider("channels");

    private static IBroadcastChannelWriter<T> Writer<T>(global::Orleans.TestingHost.InProcessTestCluster cluster, string ns, string key) =>
        Provider(cluster).GetChannelWriter<T>(ChannelId.Create(ns, key));
}
