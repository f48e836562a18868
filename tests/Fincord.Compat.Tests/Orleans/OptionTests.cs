using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Reminders;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

public interface ISlow : IGrainWithStringKey
{
    Task<Guid> Use();

    [ResponseTimeout("00:00:01")] Task Hang(string gate);

    Task Hold(string gate);

    [ResponseTimeout("00:00:01")] Task Wait(CancellationToken cancellation = default);
}

internal sealed class SlowGrain(Gates gates) : Grain, ISlow
{
    private readonly Guid _self = Guid.NewGuid();

    public Task<Guid> Use() => Task.FromResult(_self);

    public async Task Hang(string gate)
    {
        gates.Note(gate);
        await gates.Pass(gate);
    }

    public Task Hold(string gate) => gates.Pass(gate);

    public async Task Wait(CancellationToken cancellation)
    {
        gates.Reach("waiting");
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ContinueWith(_ => gates.Reach("cancelled"), TaskScheduler.Current);
    }
}

/// <summary>What each option does.</summary>
public sealed class OptionTests
{
    [Fact]
    public async Task A_call_beyond_the_hard_limit_of_its_activation_is_refused()
    {
        var gates = new Gates();
        await using var cluster = await Deploy<SiloMessagingOptions>(gates, options => options.MaxEnqueuedRequestsHardLimit = 1);
        var grain = cluster.Client.GetGrain<ISlow>("a");

        var running = grain.Hold("running");
        await gates.Reached("running");
        var two = new[] { grain.Use(), grain.Use() };

        await Assert.ThrowsAsync<LimitExceededException>(async () => await await Task.WhenAny(two));
        gates.Open("running");
        await running;
        await Assert.ThrowsAsync<LimitExceededException>(() => Task.WhenAll(two));
        Assert.Equal(1, two.Count(one => one.IsCompletedSuccessfully));
        await grain.Use();
    }

    [Fact]
    public async Task A_call_that_is_too_late_runs_when_it_is_not_to_be_dropped()
    {
        var gates = new Gates();
        await using var cluster = await Deploy<SiloMessagingOptions>(gates, options => options.DropExpiredMessages = false);
        var grain = cluster.GetSiloServiceProvider().GetRequiredService<IGrainFactory>().GetGrain<ISlow>("a");

        var first = grain.Hang("first");
        await gates.Reached("first");
        var second = grain.Hang("second");
        await Assert.ThrowsAsync<TimeoutException>(() => first);
        await Assert.ThrowsAsync<TimeoutException>(() => second);
        gates.Open("first");
        gates.Open("second");
        await grain.Use();

        Assert.Equal(["first", "second"], gates.Log);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task S13_A_timeout_cancels_what_runs_only_when_it_is_told_to(bool cancels)
    {
        var gates = new Gates();
        // On a busy machine the call may be too late before it starts; then it has to run all the same.
        await using var cluster = await Deploy<SiloMessagingOptions>(gates, options =>
            (options.CancelRequestOnTimeout, options.DropExpiredMessages) = (cancels, false));
        using var source = new CancellationTokenSource();
        var grain = cluster.GetSiloServiceProvider().GetRequiredService<IGrainFactory>().GetGrain<ISlow>("a");
        await grain.Use();

        await Assert.ThrowsAsync<TimeoutException>(() => grain.Wait(source.Token));
        await gates.Reached("waiting");

        if (cancels) await gates.Reached("cancelled");
        else Assert.False(gates.Reached("cancelled").IsCompleted);
    }

    [Fact]
    public async Task An_activation_that_one_request_blocks_for_too_long_is_given_up()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, silo =>
        {
            silo.Configure<SiloMessagingOptions>(options => options.MaxRequestProcessingTime = TimeSpan.FromSeconds(1));
            silo.Configure<GrainCollectionOptions>(options => options.CollectionQuantum = TimeSpan.FromSeconds(1));
        });
        var grain = cluster.Client.GetGrain<ISlow>("a");
        var before = await grain.Use();

        await Assert.ThrowsAsync<TimeoutException>(() => grain.Hang("for ever"));
        Guid after;
        while ((after = await Ask()) == Guid.Empty)
        {
        }

        Assert.NotEqual(before, after);

        async Task<Guid> Ask()
        {
            try
            {
                return await grain.Use().WaitAsync(TimeSpan.FromSeconds(1));
            }
            catch (TimeoutException)
            {
                return Guid.Empty;
            }
        }
    }

    [Fact]
    public async Task S31_A_loading_window_shorter_than_the_refresh_is_refused() => await Assert.ThrowsAsync<OrleansConfigurationException>(
        () => TestClusters.Deploy(configure: silo => silo.UseInMemoryReminderService().Configure<ReminderOptions>(
            options => options.ReminderLoadingWindow = options.RefreshReminderListPeriod / 2)));

    [Fact]
    public async Task S31_A_reminder_is_loaded_when_it_is_due_within_the_window()
    {
        var gates = new Gates();
        var time = new ManualTime();
        await using var cluster = await TestClusters.Deploy(gates, silo =>
        {
            silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, new WatchedTime(time, gates));
            silo.UseInMemoryReminderService();
        });

        await cluster.Client.GetGrain<IPunctual>("windowed").Remind(TimeSpan.FromMinutes(32), TimeSpan.FromMinutes(10));
        var set = gates.Reached("timer 00:32");
        for (var refresh = 0; refresh < 5; refresh++)
        {
            Assert.False(set.IsCompleted);
            time.Advance(TimeSpan.FromMinutes(5));
        }
        await set;
        time.Advance(TimeSpan.FromMinutes(7));

        await gates.Reached("tick 00:32");
    }

    private static Task<InProcessTestCluster> Deploy<TOptions>(Gates gates, Action<TOptions> configure)
        where TOptions : class => TestClusters.Deploy(gates, silo => silo
            .Configure(configure)
            // What hangs at the end of a test must not keep the next one waiting.
            .Configure<GrainCollectionOptions>(options => options.DeactivationTimeout = TimeSpan.FromSeconds(1)));
}
