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

public sealed class AdoNetStorageTests
{
    public static readonly TheoryData<DatabaseKind> Kinds = [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    [Theory, MemberData(nameof(Kinds))]
    public async Task S25_A_state_in_a_database_is_new_then_written_then_cleared_and_its_ETag_is_its_version(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind);
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
        await using var database = await TestDatabase.Create(kind);
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
        await using var database = await TestDatabase.Create(kind);
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
        await using var database = await TestDatabase.Create(kind);
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
    public async Task S27_A_failure_of_the_database_is_wrapped_and_keeps_the_state_in_memory(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind);
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
        await using var database = await TestDatabase.Create(kind);
        await database.Query("DELETE FROM OrleansQuery WHERE QueryKey = 'WriteToStorageKey'");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Deploy(database));
    }

    // The same literals on either runtime: what one writes, the other reads.
    [Theory, MemberData(nameof(Kinds))]
    public async Task A_row_has_the_columns_the_hashes_and_the_JSON_of_Orleans(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind);
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
        await using var database = await TestDatabase.Create(kind);
        var payload = Convert.ToHexString(Encoding.UTF8.GetBytes("""{"Entries":["from","elsewhere"]}"""));
        await database.Query(
            "INSERT INTO OrleansStorage (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, "
            + "PayloadBinary, ModifiedOn, Version) VALUES (-1775911728, 0, 0, 631257761, 'state', 'alice', 'compat', "
            + (kind == DatabaseKind.Sqlite ? $"x'{payload}'" : $"decode('{payload}', 'hex')") + ", '2026-11-21 00:00:00', 5)");
        await using var cluster = await Deploy(database);

        Assert.Equal((2, true, "5"), await cluster.Client.GetGrain<IStoredNote>("alice").Describe());
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
