namespace Fincord.Compat.Tests.Orleans;

public interface IDiaryKeeper : IGrainWithStringKey
{
    Task<(int Entries, bool RecordExists, bool HasEtag)> Describe();

    Task Write(string entry);

    Task Forget(string entry);

    Task Clear();

    Task WriteOutsideOfTheActivation();
}

internal sealed class DiaryKeeperGrain([PersistentState("compat.kept-diary")] IPersistentState<Diary> diary, IGrainContext context) : IGrainBase, IDiaryKeeper
{
    public IGrainContext GrainContext => context;

    public Task<(int Entries, bool RecordExists, bool HasEtag)> Describe() =>
        Task.FromResult((diary.State.Entries.Count, diary.RecordExists, diary.Etag is not null));

    public Task Write(string entry)
    {
        diary.State.Entries.Add(entry);
        return diary.WriteStateAsync();
    }

    public async Task Forget(string entry)
    {
        diary.State.Entries.Add(entry);
        await diary.ReadStateAsync();
    }

    public Task Clear() => diary.ClearStateAsync();

    public Task WriteOutsideOfTheActivation() => Task.Run(() => diary.WriteStateAsync());
}

public sealed class PersistenceTests
{
    [Fact]
    public async Task S25_State_is_new_and_without_record_when_nothing_is_stored()
    {
        await using var cluster = await TestClusters.Deploy();

        Assert.Equal((0, false, false), await cluster.Client.GetGrain<IDiaryKeeper>("a").Describe());
    }

    [Fact]
    public async Task S25_Writing_sets_etag_and_record_and_survives_a_deactivation()
    {
        await using var cluster = await TestClusters.Deploy();
        var keeper = cluster.Client.GetGrain<IDiaryKeeper>("a");

        await keeper.Write("one");
        Assert.Equal((1, true, true), await keeper.Describe());
        await cluster.DeactivateAsync(keeper);

        Assert.Equal((1, true, true), await keeper.Describe());
    }

    [Fact]
    public async Task S25_Clearing_resets_the_state_and_the_record()
    {
        await using var cluster = await TestClusters.Deploy();
        var keeper = cluster.Client.GetGrain<IDiaryKeeper>("a");

        await keeper.Write("one");
        await keeper.Clear();
        var (entries, recordExists, _) = await keeper.Describe();
        Assert.Equal((0, false), (entries, recordExists));
        await keeper.Write("two");

        Assert.Equal((1, true, true), await keeper.Describe());
    }

    [Fact]
    public async Task S25_Reading_replaces_what_was_not_written()
    {
        await using var cluster = await TestClusters.Deploy();
        var keeper = cluster.Client.GetGrain<IDiaryKeeper>("a");

        await keeper.Write("one");
        await keeper.Forget("two");
        // A read after a successful write needs no I/O, so what was not written may stay in memory; a new activation reads it from the store.
        await cluster.DeactivateAsync(keeper);

        Assert.Equal((1, true, true), await keeper.Describe());
    }

    [Fact]
    public async Task S28_Storage_calls_from_outside_of_the_activation_are_invalid()
    {
        await using var cluster = await TestClusters.Deploy();

        await Assert.ThrowsAsync<InvalidOperationException>(cluster.Client.GetGrain<IDiaryKeeper>("a").WriteOutsideOfTheActivation);
    }
}
