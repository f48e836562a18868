using System.Collections.Concurrent;
using System.Text.Json;
using Fincord.Compat.Tests.Orleans.Databases;
using Microsoft.Data.Sqlite;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Fincord.Compat.Tests.Orleans;

/// <summary>A store whose writes take as long as a test wants.</summary>
internal sealed class SlowStorage(Gates gates) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.State = Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        gates.Note("write");
        return gates.Pass("write");
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;
}

public interface ITwoStates : IGrainWithStringKey
{
    Task WriteThreeTimes();

    Task WriteBoth();

    Task<(int Kept, int Failing)> Entries();
}

internal sealed class TwoStatesGrain(
    Gates gates,
    [PersistentState("compat.slow", "slow")] IPersistentState<Diary> slow,
    [PersistentState("compat.kept-of-two")] IPersistentState<Diary> kept,
    [PersistentState("compat.failure-of-two", "failing")] IPersistentState<Diary> failing) : Grain, ITwoStates
{
    public async Task WriteThreeTimes()
    {
        var first = slow.WriteStateAsync();
        await gates.Reached("write");
        var (second, third) = (slow.WriteStateAsync(), slow.WriteStateAsync());
        gates.Open("write");
        await Task.WhenAll(first, second, third);
    }

    public async Task WriteBoth()
    {
        kept.State.Entries.Add("kept");
        failing.State.Entries.Add("lost");
        await kept.WriteStateAsync();
        await failing.WriteStateAsync();
    }

    public Task<(int Kept, int Failing)> Entries() => Task.FromResult((kept.State.Entries.Count, failing.State.Entries.Count));
}

public sealed class StorageFaultTests
{
    [Fact]
    public async Task S28_Writes_that_have_not_begun_while_a_slow_one_runs_are_one()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, silo => Stores(silo, gates));

        await cluster.Client.GetGrain<ITwoStates>("a").WriteThreeTimes();

        Assert.Equal(["write", "write"], gates.Log);
    }

    [Fact]
    public async Task S29_Two_states_of_a_grain_are_never_atomic_together()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, silo => Stores(silo, gates));
        var grain = cluster.Client.GetGrain<ITwoStates>("a");

        await Assert.ThrowsAsync<OrleansException>(grain.WriteBoth);
        await cluster.DeactivateAsync(grain);

        Assert.Equal((1, 0), await grain.Entries());
    }

    [Fact]
    public async Task A_locked_SQLite_file_fails_the_write_and_the_next_one_succeeds()
    {
        await using var database = TestDatabase.CreateSqlite();
        await using var cluster = await AdoNetStorageTests.Deploy(database, options => options.ConnectionString += ";Default Timeout=1");
        var note = cluster.Client.GetGrain<IStoredNote>("note:a");
        await note.Write("one");

        await using (var other = (SqliteConnection)database.Connect())
        {
            await other.OpenAsync();
            await using var locking = other.BeginTransaction();
            Assert.Equal("OrleansException SqliteException", await note.TryWrite("two", reloads: false));
        }

        Assert.Null(await note.TryWrite("two", reloads: false));
        Assert.Equal((2, true, "2"), await note.Describe());
    }

    [Fact]
    public async Task A_PostgreSQL_that_crashes_amid_a_thousand_writers_loses_no_acknowledged_write()
    {
        const int Writers = 1_000, Entries = 5;
        Assert.SkipUnless(PostgreSqlServer.IsInstalled, PostgreSqlServer.Missing);
        await using var server = await PostgreSqlServer.Start();
        await using var database = await TestDatabase.OnPostgreSql(await server.CreateDatabase());
        await using var cluster = await AdoNetStorageTests.Deploy(database);
        var (acknowledged, failures) = (0, new ConcurrentBag<string>());
        var halfWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isBack = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var writers = Enumerable.Range(0, Writers).Select(Write).ToArray();
        await halfWay.Task;
        await server.Crash();
        await server.StartAgain();
        isBack.SetResult();
        await Task.WhenAll(writers).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.NotEmpty(failures);
        var rows = await database.Query("SELECT PayloadBinary FROM OrleansStorage");
        Assert.Equal(Writers, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            Enumerable.Range(0, Entries).Select(entry => $"{entry}"), JsonSerializer.Deserialize<Diary>((byte[])row[0])!.Entries));

        async Task Write(int writer)
        {
            var note = cluster.Client.GetGrain<IStoredNote>($"writer:{writer}");
            for (var entry = 0; entry < Entries; entry++)
            {
                while (await Try(note, $"{entry}") is { } failure)
                {
                    failures.Add(failure);
                    await isBack.Task;
                }
                if (Interlocked.Increment(ref acknowledged) == Writers) halfWay.TrySetResult();
            }
        }
    }

    // A failed write comes as the grain's answer, a failed activation as an exception.
    private static async Task<string?> Try(IStoredNote note, string entry)
    {
        try
        {
            return await note.TryWrite(entry, reloads: true);
        }
        catch (OrleansException failure)
        {
            return $"activation {failure.GetType().Name}";
        }
    }

    private static void Stores(ISiloBuilder silo, Gates gates)
    {
        silo.Services.AddGrainStorage("slow", (_, _) => new SlowStorage(gates));
        silo.Services.AddGrainStorage("failing", (_, _) => new FailingStorage());
    }
}
