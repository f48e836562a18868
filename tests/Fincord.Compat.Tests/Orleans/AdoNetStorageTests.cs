using System.Globalization;
using System.Text;
using Fincord.Compat.Tests.Orleans.Databases;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

public interface IStoredNote : IGrainWithStringKey
{
    Task<(int Entries, bool RecordExists, string? Etag)> Describe();

    Task<string?> Write(string entry);

    Task Clear();

    /// <summary>Writes an entry once; null, or which exception with which inside. After one, the next call finds what is stored.</summary>
    Task<string?> TryWrite(string entry, bool reloads);
}

[GrainType("storednote")]
internal sealed class StoredNoteGrain([PersistentState("state", "database")] IPersistentState<Diary> diary) : Grain, IStoredNote
{
    public Task<(int Entries, bool RecordExists, string? Etag)> Describe() =>
        Task.FromResult((diary.State.Entries.Count, diary.RecordExists, diary.Etag));

    public async Task<string?> Write(string entry)
    {
        diary.State.Entries.Add(entry);
        await diary.WriteStateAsync();
        return diary.Etag;
    }

    public Task Clear() => diary.ClearStateAsync();

    public async Task<string?> TryWrite(string entry, bool reloads)
    {
        if (!diary.State.Entries.Contains(entry)) diary.State.Entries.Add(entry);
        try
        {
            await diary.WriteStateAsync();
            return null;
        }
        catch (OrleansException failure)
        {
            if (reloads) this.DeactivateOnIdle();
            return $"{failure.GetType().Name} {failure.InnerException?.GetType().Name}";
        }
    }
}

public interface IGenericNames<T> : IGrainWithStringKey
{
    Task Write();

    Task<int[]> Counts();
}

internal sealed class GenericNamesGrain<T>(
    [PersistentState("Book`1[[int]]", "database")] IPersistentState<Diary> plain,
    [PersistentState("Page`1[[My.Quote, My.App, Version=1.2.3.4, Culture=neutral, PublicKeyToken=null]]", "database")] IPersistentState<Diary> versioned,
    [PersistentState("Page`1[[My.Quote,My.App]]", "database")] IPersistentState<Diary> simple,
    [PersistentState("Map`2[[System.String, System.Private.CoreLib, Version=10.0.0.0],[Page`1[[My.Quote, My.App, Version=1.0.0.0]], Pages, Version=2.0.0.0]]", "database")]
    IPersistentState<Diary> nested) : Grain, IGenericNames<T>
{
    private readonly IPersistentState<Diary>[] _all = [plain, versioned, simple, nested];

    public async Task Write()
    {
        foreach (var one in _all)
        {
            one.State.Entries.Add(one == plain ? typeof(T).Name : "entry");
            await one.WriteStateAsync();
        }
    }

    public Task<int[]> Counts() => Task.FromResult(Array.ConvertAll(_all, one => one.State.Entries.Count));
}

public sealed class AdoNetStorageTests(PostgreSqlDatabases databases)
{
    public static readonly TheoryData<DatabaseKind> Kinds = [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    [Theory, MemberData(nameof(Kinds))]
    public async Task S25_A_state_in_a_database_is_new_then_written_then_cleared_and_its_ETag_is_its_version(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using var cluster = await Deploy(database);
        var note = cluster.Client.GetGrain<IStoredNote>("note:a");

        Assert.Equal((0, false, null), await note.Describe());
        Assert.Equal("1", await note.Write("one"));
        Assert.Equal("2", await note.Write("two"));
        await cluster.DeactivateAsync(note);
        Assert.Equal((2, true, "2"), await note.Describe());
        await note.Clear();
        Assert.Equal((0, false, "3"), await note.Describe());
        await cluster.DeactivateAsync(note);
        Assert.Equal((0, false, "3"), await note.Describe());
        Assert.Equal("4", await note.Write("again"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task S25_Clearing_removes_the_row_when_it_is_to_delete(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using var cluster = await Deploy(database, options => options.DeleteStateOnClear = true);
        var note = cluster.Client.GetGrain<IStoredNote>("note:a");

        await note.Write("one");
        await note.Clear();

        Assert.Equal((0, false, null), await note.Describe());
        Assert.Empty(await database.Query("SELECT 1 FROM OrleansStorage"));
        Assert.Equal("1", await note.Write("again"));
    }

    [Theory, MemberData(nameof(Kinds))]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S26_A_write_with_a_stale_ETag_is_inconsistent_and_the_next_call_reads_what_is_stored(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using var cluster = await Deploy(database);
        var note = cluster.Client.GetGrain<IStoredNote>("note:a");
        await note.Write("one");

        await database.Query("UPDATE OrleansStorage SET Version = 7");
        await Assert.ThrowsAsync<InconsistentStateException>(() => note.Write("lost"));

        Assert.Equal((1, true, "7"), await note.Describe());
        Assert.Equal("8", await note.Write("two"));
    }

    [Theory, MemberData(nameof(Kinds))]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S26_A_first_write_that_meets_a_row_of_somebody_else_is_inconsistent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using var cluster = await Deploy(database);
        await using var other = await Deploy(database);
        var note = cluster.Client.GetGrain<IStoredNote>("note:a");
        await note.Describe();

        await other.Client.GetGrain<IStoredNote>("note:a").Write("theirs");
        await Assert.ThrowsAsync<InconsistentStateException>(() => note.Write("ours"));

        Assert.Equal((1, true, "1"), await note.Describe());
    }

    [Theory, MemberData(nameof(Kinds))]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S26_Of_two_first_writes_at_once_one_wins_and_the_other_is_inconsistent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using var cluster = await Deploy(database);
        await using var other = await Deploy(database);

        for (var round = 0; round < 20; round++)
        {
            // Two activations of one grain, as there may be for a moment around a failure: both have read that there is nothing.
            IStoredNote[] notes = [cluster.Client.GetGrain<IStoredNote>($"note:{round}"), other.Client.GetGrain<IStoredNote>($"note:{round}")];
            await Task.WhenAll(notes.Select(note => note.Describe()));

            var writes = notes.Select(note => Task.Run(() => note.Write("first"))).ToArray();
            await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);

            var lost = Assert.Single(writes, write => write.IsFaulted);
            Assert.IsType<InconsistentStateException>(lost.Exception!.InnerException);
            Assert.Equal("1", await Assert.Single(writes, write => !write.IsFaulted));
            Assert.All(await Task.WhenAll(notes.Select(note => note.Describe())), note => Assert.Equal((1, true, "1"), note));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    [OneProcessOnly("an activation stays in memory")]
    public async Task S27_A_failure_of_the_database_is_wrapped_and_keeps_the_state_in_memory(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using var cluster = await Deploy(database);
        var note = cluster.Client.GetGrain<IStoredNote>("note:a");
        await note.Write("one");

        await database.Query("ALTER TABLE OrleansStorage RENAME TO elsewhere");
        // Asked of the grain: the driver's exceptions have no codec, so that Orleans cannot bring them to a client.
        Assert.Equal(
            $"OrleansException {(kind == DatabaseKind.Sqlite ? "SqliteException" : "PostgresException")}",
            await note.TryWrite("two", reloads: false));
        Assert.Equal((2, true, "1"), await note.Describe());
        await database.Query("ALTER TABLE elsewhere RENAME TO OrleansStorage");

        Assert.Equal("2", await note.Write("three"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_database_without_its_queries_keeps_the_silo_from_starting(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await database.Query("DELETE FROM OrleansQuery WHERE QueryKey = 'WriteToStorageKey'");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Deploy(database));
    }

    // The same literals on either runtime: what one writes, the other reads.
    [Theory, MemberData(nameof(Kinds))]
    public async Task A_row_has_the_columns_the_hashes_and_the_JSON_of_Orleans(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using var cluster = await Deploy(database);
        var type = GrainType.Create("storednote");

        await Note("note:a").Write("text");
        await Note("alice").Write("text");
        await Note("42").Write("66 in hexadecimal");
        await Grain(GrainIdKeyExtensions.CreateIntegerKey(42)).Write("number");
        await Grain(GrainIdKeyExtensions.CreateGuidKey(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"))).Write("guid");

        var rows = await database.Query(
            "SELECT GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, Version, PayloadBinary "
            + "FROM OrleansStorage ORDER BY GrainIdN0, GrainIdN1, GrainIdExtensionString");
        Assert.Equal(
            [
                "-1775911728 0 0 631257761 state alice compat 1 {\"Entries\":[\"text\"]}",
                $"{Hash(rows[1])} 0 0 631257761 state note:a compat 1 {{\"Entries\":[\"text\"]}}",
                "-110949262 0 42 631257761 state  compat 1 {\"Entries\":[\"number\"]}",
                $"{Hash(rows[3])} 0 66 631257761 state  compat 1 {{\"Entries\":[\"66 in hexadecimal\"]}}",
                "189902723 7383445245961249331 -4822678189205112 631257761 state  compat 1 {\"Entries\":[\"guid\"]}",
            ],
            rows.Select(Text));

        IStoredNote Note(string key) => cluster.Client.GetGrain<IStoredNote>(key);

        IStoredNote Grain(IdSpan key) => cluster.Client.GetGrain<IStoredNote>(GrainId.Create(type, key));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_row_that_another_program_wrote_is_read(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        var payload = Convert.ToHexString(Encoding.UTF8.GetBytes("""{"Entries":["from","elsewhere"]}"""));
        await database.Query(
            "INSERT INTO OrleansStorage (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, "
            + "PayloadBinary, ModifiedOn, Version) VALUES (-1775911728, 0, 0, 631257761, 'state', 'alice', 'compat', "
            + (kind == DatabaseKind.Sqlite ? $"x'{payload}'" : $"decode('{payload}', 'hex')") + ", '2026-11-21 00:00:00', 5)");
        await using var cluster = await Deploy(database);

        Assert.Equal((2, true, "5"), await cluster.Client.GetGrain<IStoredNote>("alice").Describe());
    }

    // The literals are the same on either runtime, as above.
    [Theory, MemberData(nameof(Kinds))]
    public async Task A_database_of_Orleans_3_is_hashed_as_that_did(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using var cluster = await Deploy(database, options => options.UseOrleans3CompatibleHasher());
        var type = GrainType.Create("storednote");

        await cluster.Client.GetGrain<IStoredNote>("alice").Write("text");
        await cluster.Client.GetGrain<IStoredNote>("state").Write("named as its state");
        await Grain(GrainIdKeyExtensions.CreateIntegerKey(42)).Write("number");
        await Grain(GrainIdKeyExtensions.CreateIntegerKey(42, "extension")).Write("compound");
        await Grain(GrainIdKeyExtensions.CreateGuidKey(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"))).Write("guid");

        var rows = await database.Query(
            "SELECT GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString FROM OrleansStorage "
            + "ORDER BY GrainIdN0, GrainIdN1, coalesce(GrainIdExtensionString, '')");
        Assert.Equal(
            [
                "-911838088 0 0 2072476816 state alice",
                "-881109678 0 0 2072476816 state state",
                "15623195 0 42 2072476816 state ",
                "-1596451032 0 42 2072476816 state extension",
                "-771955606 7383445245961249331 -4822678189205112 2072476816 state ",
            ],
            rows.Select(Text));

        IStoredNote Grain(IdSpan key) => cluster.Client.GetGrain<IStoredNote>(GrainId.Create(type, key));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_hasher_of_the_application_finds_its_rows(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using var cluster = await Deploy(database, options => options.HashPicker = new StorageHasherPicker([new LengthHasher()]));
        var note = cluster.Client.GetGrain<IStoredNote>("alice");

        await note.Write("one");
        await cluster.DeactivateAsync(note);

        Assert.Equal((1, true, "1"), await note.Describe());
        Assert.Equal(["5 5"], (await database.Query("SELECT GrainIdHash, GrainTypeHash FROM OrleansStorage")).Select(Text));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_name_of_a_state_that_names_a_generic_type_is_stored_without_versions(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind, databases);
        await using var cluster = await Deploy(database);
        var names = cluster.Client.GetGrain<IGenericNames<Quote>>("names");

        await names.Write();
        await cluster.DeactivateAsync(names);

        Assert.Equal("1 1 1 1", string.Join(' ', await names.Counts()));
        var rows = await database.Query("SELECT GrainTypeHash, GrainTypeString FROM OrleansStorage ORDER BY GrainTypeString");
        Assert.Equal(
            [
                "-546417123 Book`1[[int]]",
                "762524272 Map`2[[System.String, System.Private.CoreLib],[Page`1[[My.Quote, My.App]]]]",
                "-2051468247 Page`1[[My.Quote, My.App]]",
                "-916579965 Page`1[[My.Quote]]",
            ],
            rows.Select(Text));
    }

    private sealed class LengthHasher : IHasher
    {
        public string Description => "length";

        public int Hash(byte[] data) => data.Length;
    }

    internal static Task<InProcessTestCluster> Deploy(TestDatabase database, Action<AdoNetGrainStorageOptions>? configure = null) =>
        TestClusters.Deploy(configure: silo =>
        {
            silo.Services.PostConfigure<ClusterOptions>(options => options.ServiceId = "compat");
            silo.UseSystemTextJsonGrainStorageSerializer();
            silo.AddAdoNetGrainStorage("database", options =>
            {
                (options.Invariant, options.ConnectionString) = (database.Invariant, database.ConnectionString);
                configure?.Invoke(options);
            });
        });

    private static object Hash(object[] row) => row[0];

    private static string Text(object[] row) => string.Join(' ', row.Select(value => value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        DBNull => "",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    }));
}
