using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fincord.Compat.Tests.Orleans;

public interface IPasser : IGrainWithStringKey
{
    Task<string?> Pass(string? to);

    Task Call(IPasserWatcher watcher);
}

public interface IPasserWatcher : IGrainObserver
{
    Task<string> Called(string by);
}

internal sealed class PasserGrain(Gates gates) : Grain, IPasser
{
    public async Task<string?> Pass(string? to) =>
        to is null ? Activity.Current?.TraceId.ToString() : await GrainFactory.GetGrain<IPasser>(to).Pass(null);

    public async Task Call(IPasserWatcher watcher) => gates.Note(await watcher.Called(this.GetPrimaryKeyString()));
}

/// <summary>A client apart from the silo.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task A_client_in_a_host_of_its_own_calls_grains_and_is_called_back()
    {
        var gates = new Gates();
        using var silo = NewHost(host =>
        {
            host.Services.AddSingleton(gates);
            host.UseOrleans(orleans => orleans.UseLocalhostClustering(siloPort: 18_121, gatewayPort: 18_122));
        });
        await silo.StartAsync();
        using var client = NewHost(host => host.UseOrleansClient(orleans => orleans.UseLocalhostClustering(gatewayPort: 18_122)));
        await client.StartAsync();
        var watcher = new Watcher();
        var grains = client.Services.GetRequiredService<IClusterClient>();

        await grains.GetGrain<IPasser>("a").Call(grains.CreateObjectReference<IPasserWatcher>(watcher));

        Assert.Equal(["called by a"], gates.Log);
        await client.StopAsync();
        await silo.StopAsync();
        GC.KeepAlive(watcher);
    }

    [Fact]
    public async Task A_client_that_finds_no_silo_asks_whether_to_try_again()
    {
        var attempts = 0;
        using var client = NewHost(host => host.UseOrleansClient(orleans => orleans
            .UseLocalhostClustering(gatewayPort: 18_123)
            .UseConnectionRetryFilter((_, _) => Task.FromResult(++attempts < 3))));

        await Assert.ThrowsAnyAsync<Exception>(() => client.StartAsync());

        Assert.Equal(3, attempts);
    }

    [Fact]
    public void A_silo_has_a_client_of_its_own_and_takes_no_other()
    {
        Assert.Throws<OrleansConfigurationException>(() => NewHost(host => host.UseOrleans(_ => { }).UseOrleansClient()));
        Assert.Throws<OrleansConfigurationException>(() => NewHost(host => host.UseOrleansClient().UseOrleans(_ => { })));
    }

    [Fact]
    public async Task S15_The_filters_of_a_client_see_its_calls_and_those_of_a_silo_see_those_of_grains()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(
            gates,
            silo => silo.AddOutgoingGrainCallFilter(context => NoteAndGoOn("silo", context)),
            client => client
                .AddOutgoingGrainCallFilter(context => NoteAndGoOn("first", context))
                .AddOutgoingGrainCallFilter(new NotingFilter(gates)));

        await cluster.Client.GetGrain<IPasser>("a").Pass("b");

        Assert.Equal(["first a", "second a", "silo b"], gates.Log);

        Task NoteAndGoOn(string name, IOutgoingGrainCallContext context)
        {
            if (context.InterfaceMethod.DeclaringType == typeof(IPasser)) gates.Note($"{name} {context.TargetId.Key}");
            return context.Invoke();
        }
    }

    [Fact]
    public async Task S15_A_client_filters_the_calls_that_arrive_at_its_observers()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, configureClient: client => client.AddIncomingGrainCallFilter(async context =>
        {
            await context.Invoke();
            if (context.InterfaceMethod.DeclaringType != typeof(IPasserWatcher)) return;
            Assert.IsType<Watcher>(context.Grain);
            Assert.Equal(nameof(Watcher), context.ImplementationMethod.DeclaringType!.Name);
            context.Result += ", filtered";
        }));
        var watcher = new Watcher();

        await cluster.Client.GetGrain<IPasser>("a").Call(cluster.Client.CreateObjectReference<IPasserWatcher>(watcher));

        Assert.Equal(["called by a, filtered"], gates.Log);
        GC.KeepAlive(watcher);
    }

    [Fact]
    public async Task The_activity_of_a_client_goes_with_its_calls()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.Orleans.", StringComparison.Ordinal) || source.Name == nameof(ClientTests),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource(nameof(ClientTests));
        await using var cluster = await TestClusters.Deploy(
            configure: silo => silo.AddActivityPropagation(), configureClient: client => client.AddActivityPropagation());

        using var activity = source.StartActivity("test")!;

        Assert.Equal(activity.TraceId.ToString(), await cluster.Client.GetGrain<IPasser>("a").Pass("b"));
    }

    private static IHost NewHost(Action<HostApplicationBuilder> configure)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        configure(builder);
        return builder.Build();
    }

    private sealed class Watcher : IPasserWatcher
    {
        public Task<string> Called(string by) => Task.FromResult($"called by {by}");
    }

    private sealed class NotingFilter(Gates gates) : IOutgoingGrainCallFilter
    {
        public Task Invoke(IOutgoingGrainCallContext context)
        {
            if (context.InterfaceMethod.DeclaringType == typeof(IPasser)) gates.Note($"second {context.TargetId.Key}");
            return context.Invoke();
        }
    }
}
