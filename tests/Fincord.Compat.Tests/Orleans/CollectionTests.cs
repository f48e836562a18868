using Orleans.Configuration;

namespace Fincord.Compat.Tests.Orleans;

public interface IDelayer : IGrainWithStringKey
{
    /// <summary>Delays the deactivation by each of these in turn.</summary>
    Task Delay(params TimeSpan[] delays);
}

internal sealed class DelayerGrain(Gates gates) : Grain, IDelayer
{
    public Task Delay(params TimeSpan[] delays)
    {
        foreach (var delay in delays) DelayDeactivation(delay);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (reason.ReasonCode is DeactivationReasonCode.ActivationIdle) gates.Note(this.GetPrimaryKeyString());
        gates.Reach(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }
}

public sealed class CollectionTests
{
    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S22_DelayDeactivation_postpones_and_zero_cancels_that()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, silo => silo.Configure<GrainCollectionOptions>(options =>
            (options.CollectionAge, options.CollectionQuantum) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1))));

        await cluster.Client.GetGrain<IDelayer>("delayed").Delay(TimeSpan.FromHours(1));
        await cluster.Client.GetGrain<IDelayer>("kept").Delay(Timeout.InfiniteTimeSpan);
        await cluster.Client.GetGrain<IDelayer>("cancelled").Delay(TimeSpan.FromHours(1), TimeSpan.Zero);
        await gates.Reached("cancelled");

        Assert.Equal(["cancelled"], gates.Log);
    }
}
