namespace Fincord.Compat.Tests.Orleans;

public interface ILife : IGrainWithStringKey
{
    Task Live();

    Task End();
}

[GenerateSerializer, Alias("compat.Diary")]
public sealed class Diary
{
    [Id(0)]
    public List<string> Entries { get; set; } = [];
}

internal sealed class LifeGrain : Grain, ILife
{
    private readonly Gates _gates;
    private readonly IPersistentState<Diary> _diary;

    public LifeGrain(Gates gates, [PersistentState("compat.diary")] IPersistentState<Diary> diary)
    {
        (_gates, _diary) = (gates, diary);
        gates.Note($"constructed with {diary.State?.Entries.Count ?? 0} entries");
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _gates.Note($"activated with {_diary.State.Entries.Count} entries");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _gates.Note("deactivated");
        return Task.CompletedTask;
    }

    public async Task Live()
    {
        _gates.Note("called");
        _diary.State.Entries.Add("lived");
        await _diary.WriteStateAsync();
    }

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public interface ISickly : IGrainWithStringKey
{
    Task<string> Ask(string what);
}

/// <summary>Cannot be activated until it is cured.</summary>
internal sealed class SicklyGrain(Gates gates) : Grain, ISickly
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await gates.Pass("sick");
        if (!gates.Log.Contains("cured")) throw new RottenFruitException("not today");
    }

    public Task<string> Ask(string what) => Task.FromResult(what);
}

public interface IUnbuildable : IGrainWithStringKey
{
    Task Ask();
}

internal sealed class UnbuildableGrain : Grain, IUnbuildable
{
    public UnbuildableGrain(Gates gates)
    {
        gates.Note("constructor");
        if (gates.Log.Count == 1) throw new RottenFruitException("cannot be made");
    }

    public Task Ask() => Task.CompletedTask;
}

public interface IAmbiguous : IGrainWithStringKey
{
    Task Ask();
}

internal sealed class FirstAnswer : Grain, IAmbiguous
{
    public Task Ask() => Task.CompletedTask;
}

internal sealed class SecondAnswer : Grain, IAmbiguous
{
    public Task Ask() => Task.CompletedTask;
}

public interface ICompound : IGrainWithIntegerCompoundKey
{
    Task<string> Key();
}

internal sealed class CompoundGrain : Grain, ICompound
{
    public Task<string> Key() => Task.FromResult($"{this.GetPrimaryKeyLong(out var extension)} and {extension}");
}

public sealed class LifecycleTests
{
    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S18_GetGrain_makes_nothing_and_the_first_call_activates()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);

        var grain = cluster.Client.GetGrain<ILife>("a");
        Assert.Empty(gates.Log);
        await grain.Live();

        Assert.Equal(["constructed with 0 entries", "activated with 0 entries", "called"], gates.Log);
    }

    [Fact]
    public async Task S18_An_ambiguous_implementation_is_an_ArgumentException()
    {
        await using var cluster = await TestClusters.Deploy();

        Assert.Throws<ArgumentException>(() => cluster.Client.GetGrain<IAmbiguous>("a"));
        await cluster.Client.GetGrain<IAmbiguous>("a", "Fincord.Compat.Tests.Orleans.Second").Ask();
    }

    [Fact]
    public async Task S18_A_blank_key_extension_is_rejected()
    {
        await using var cluster = await TestClusters.Deploy();

        Assert.ThrowsAny<ArgumentException>(() => cluster.Client.GetGrain<ICompound>(1, " ", null));
        Assert.ThrowsAny<ArgumentException>(() => cluster.Client.GetGrain<ICompound>(1, null!, null));
        Assert.Equal("26 and x", await cluster.Client.GetGrain<ICompound>(26, "x", null).Key());
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S19_Constructor_then_state_then_OnActivateAsync_then_calls()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var grain = cluster.Client.GetGrain<ILife>("a");

        await grain.Live();
        await cluster.DeactivateAsync(grain);
        await grain.Live();

        Assert.Equal(
            ["constructed with 0 entries", "activated with 0 entries", "called", "deactivated", "constructed with 0 entries", "activated with 1 entries", "called"],
            gates.Log);
    }

    [Fact]
    public async Task S19_A_failing_activation_fails_all_waiting_callers_and_a_later_call_retries()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var grain = cluster.Client.GetGrain<ISickly>("a");

        var waiting = Enumerable.Range(0, 3).Select(_ => grain.Ask("x")).ToArray();
        await gates.Reached("sick");
        gates.Open("sick");

        foreach (var call in waiting) Assert.Equal("not today", (await Assert.ThrowsAsync<RottenFruitException>(() => call)).Message);
        gates.Note("cured");
        Assert.Equal("y", await grain.Ask("y"));
    }

    [Fact]
    public async Task S19_A_throwing_constructor_fails_the_caller_and_a_later_call_retries()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var grain = cluster.Client.GetGrain<IUnbuildable>("a");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(grain.Ask);
        Assert.Equal("cannot be made", Assert.IsType<RottenFruitException>(failure.InnerException).Message);
        await grain.Ask();
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S21_DeactivateOnIdle_takes_effect_after_the_call_and_the_next_call_activates_anew()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var grain = cluster.Client.GetGrain<ILife>("a");

        await grain.End();
        await grain.Live();

        Assert.Equal(
            ["constructed with 0 entries", "activated with 0 entries", "deactivated", "constructed with 0 entries", "activated with 0 entries", "called"],
            gates.Log);
    }

    [Fact]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S21_Calls_that_wait_for_an_activation_that_ends_go_to_a_new_one()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var grain = cluster.Client.GetGrain<ILife>("a");

        var end = grain.End();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => grain.Live()).Append(end));

        Assert.Equal(20, gates.Log.Count(entry => entry == "called"));
    }

    [Fact]
    public async Task Stopping_the_silo_deactivates_all_grains()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => cluster.Client.GetGrain<ILife>($"grain {i}").Live()));

        await cluster.StopAllSilosAsync();

        Assert.Equal(20, gates.Log.Count(entry => entry == "deactivated"));
    }
}
