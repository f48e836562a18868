using System.Globalization;
using System.Text.Json;
using Fincord.Storage.Orleans;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace Fincord.Compat.Tests.Orleans;

[GenerateSerializer]
public sealed class FlavourState<T>
{
    [Id(0)]
    public T? Value { get; set; }

    [Id(1)]
    public Dictionary<string, decimal> Amounts { get; set; } = [];

    [Id(2)]
    public DateTimeOffset At { get; set; }

    /// <summary>How often it was written: its ETag says the same.</summary>
    [Id(3)]
    public int Writes { get; set; }
}

/// <summary>What all grains of the test do, whatever their keys and states are.</summary>
public interface IFlavoured : IGrain
{
    Task Write(string value);

    /// <summary>Writes what is there, once more.</summary>
    Task WriteAgain();

    Task Clear();

    /// <summary>The state, how far its ETag is from the number of its writes, and its reminders.</summary>
    Task<string> Read();
}

public interface IFlavouredByText : IFlavoured, IGrainWithStringKey;

public interface IFlavouredByNumber : IFlavoured, IGrainWithIntegerKey;

public interface IFlavouredByGuid : IFlavoured, IGrainWithGuidKey;

public interface IFlavouredByNumberAndText : IFlavoured, IGrainWithIntegerCompoundKey;

public interface IFlavouredGeneric<T> : IFlavoured, IGrainWithStringKey;

internal abstract class FlavouredGrain<T>(IPersistentState<FlavourState<T>> state) : Grain, IRemindable
{
    public async Task Write(string value)
    {
        state.State.Value = Of(value);
        state.State.Amounts[value] = 100.340m;
        state.State.At = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
        await WriteAgain();
        await WriteAgain();
        await this.RegisterOrUpdateReminder($"remind {value}", TimeSpan.FromDays(30), TimeSpan.FromMinutes(90));
    }

    public Task WriteAgain()
    {
        state.State.Writes++;
        return state.WriteStateAsync();
    }

    public Task Clear() => state.ClearStateAsync();

    public async Task<string> Read()
    {
        var versions = int.Parse(state.Etag!, CultureInfo.InvariantCulture) - state.State.Writes;
        var reminders = string.Join(' ', (await this.GetReminders()).Select(one => one.ReminderName));
        var (value, amounts) = (JsonSerializer.Serialize(state.State.Value), JsonSerializer.Serialize(state.State.Amounts));
        return $"{value} {amounts} {state.State.At:O} {state.RecordExists} {versions} {reminders}";
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    protected abstract T Of(string value);
}

[GrainType("flavour.text")]
internal sealed class TextFlavouredGrain([PersistentState("flavour.text", "flavours")] IPersistentState<FlavourState<string>> state)
    : FlavouredGrain<string>(state), IFlavouredByText
{
    protected override string Of(string value) => value;
}

[GrainType("flavour.number")]
internal sealed class NumberFlavouredGrain([PersistentState("flavour.number", "flavours")] IPersistentState<FlavourState<int>> state)
    : FlavouredGrain<int>(state), IFlavouredByNumber
{
    protected override int Of(string value) => value.Length;
}

[GrainType("flavour.guid")]
internal sealed class GuidFlavouredGrain([PersistentState("flavour.guid", "flavours")] IPersistentState<FlavourState<Quote>> state)
    : FlavouredGrain<Quote>(state), IFlavouredByGuid
{
    protected override Quote Of(string value) => new(value, value.Length);
}

[GrainType("flavour.compound")]
internal sealed class CompoundFlavouredGrain([PersistentState("flavour.compound", "flavours")] IPersistentState<FlavourState<string>> state)
    : FlavouredGrain<string>(state), IFlavouredByNumberAndText
{
    protected override string Of(string value) => value;
}

[GrainType("flavour.generic`1")]
internal sealed class GenericFlavouredGrain<T>(
    [PersistentState("FlavourState`1[[Any.Type, Any.Assembly, Version=1.0.0.0]]", "flavours")] IPersistentState<FlavourState<List<T>>> state)
    : FlavouredGrain<List<T>>(state), IFlavouredGeneric<T>
{
    protected override List<T> Of(string value) => [(T)(object)(typeof(T) == typeof(string) ? value : new Quote(value, 1))];
}

/// <summary>
/// What one flavour of Orleans writes, the other reads: states, ETags and reminders in one database.
/// <para>
/// Run the suite twice, each time with <c>FINCORD_FLAVOUR_DATABASE</c> saying where the database is: a path is a SQLite file, which the first
/// run makes, and <c>Host=…;Database=…</c> is an empty database of a PostgreSQL server. The first run has <c>FINCORD_FLAVOUR_PHASE=write</c>
/// and is of one flavour, the second one has <c>FINCORD_FLAVOUR_PHASE=read</c> and is of the other. The second also writes all states once more, on
/// top of the versions that the first one left; so the first flavour can read them again, and so on.
/// </para>
/// </summary>
public sealed class FlavourTests
{
    private const string DatabaseVariable = "FINCORD_FLAVOUR_DATABASE";
    private const string PhaseVariable = "FINCORD_FLAVOUR_PHASE";

    private static readonly string[] Expected =
    [
        """text: "text" {"text":100.340} 2026-11-21T08:00:00.0000000+00:00 True 0 remind text""",
        """like-a-number: "like-a-number" {"like-a-number":100.340} 2026-11-21T08:00:00.0000000+00:00 True 0 remind like-a-number""",
        """cleared: null {} 0001-01-01T00:00:00.0000000+00:00 False 3 remind cleared""",
        """number: 6 {"number":100.340} 2026-11-21T08:00:00.0000000+00:00 True 0 remind number""",
        """negative: 8 {"negative":100.340} 2026-11-21T08:00:00.0000000+00:00 True 0 remind negative""",
        """guid: {"Symbol":"guid","Price":4} {"guid":100.340} 2026-11-21T08:00:00.0000000+00:00 True 0 remind guid""",
        """compound: "compound" {"compound":100.340} 2026-11-21T08:00:00.0000000+00:00 True 0 remind compound""",
        """of-texts: ["of-texts"] {"of-texts":100.340} 2026-11-21T08:00:00.0000000+00:00 True 0 remind of-texts""",
        """of-quotes: [{"Symbol":"of-quotes","Price":1}] {"of-quotes":100.340} 2026-11-21T08:00:00.0000000+00:00 True 0 remind of-quotes""",
    ];

    private static readonly Guid SomeGuid = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");
    private static readonly string? Place = Environment.GetEnvironmentVariable(DatabaseVariable);

    [Fact]
    public async Task One_flavour_writes_what_the_other_reads()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Place), $"{DatabaseVariable} does not say where the database is that two flavours share.");
        switch (Environment.GetEnvironmentVariable(PhaseVariable))
        {
            case "write":
                await Write(Place);
                break;
            case "read":
                await Read(Place);
                break;
            default:
                Assert.Fail($"{PhaseVariable} must be 'write' or 'read'.");
                break;
        }
    }

    private static async Task Write(string place)
    {
        await Prepare(place);
        await using var cluster = await Deploy(place);
        foreach (var (name, grain) in Grains(cluster.Client)) await grain.Write(name);
        await Cleared(cluster.Client).Clear();
        Assert.Equal(Expected, await Describe(cluster.Client));
    }

    private static async Task Read(string place)
    {
        await using var cluster = await Deploy(place);
        Assert.Equal(Expected, await Describe(cluster.Client));
        var cleared = Cleared(cluster.Client);
        foreach (var (_, grain) in Grains(cluster.Client).Where(one => !one.Grain.Equals(cleared))) await grain.WriteAgain();
        Assert.Equal(Expected, await Describe(cluster.Client));
    }

    private static IFlavouredByText Cleared(IGrainFactory grains) => grains.GetGrain<IFlavouredByText>("user:cleared");

    private static IEnumerable<(string Name, IFlavoured Grain)> Grains(IGrainFactory grains) =>
    [
        ("text", grains.GetGrain<IFlavouredByText>("user:äöü")),
        ("like-a-number", grains.GetGrain<IFlavouredByText>("BAC")),
        ("cleared", Cleared(grains)),
        ("number", grains.GetGrain<IFlavouredByNumber>(42)),
        ("negative", grains.GetGrain<IFlavouredByNumber>(-1)),
        ("guid", grains.GetGrain<IFlavouredByGuid>(SomeGuid)),
        ("compound", grains.GetGrain<IFlavouredByNumberAndText>(7, "sym:ABC", null)),
        ("of-texts", grains.GetGrain<IFlavouredGeneric<string>>("page:1")),
        ("of-quotes", grains.GetGrain<IFlavouredGeneric<Quote>>("page:2")),
    ];

    private static async Task<string[]> Describe(IGrainFactory grains)
    {
        var texts = new List<string>();
        foreach (var (name, grain) in Grains(grains)) texts.Add($"{name}: {await grain.Read()}");
        return [.. texts];
    }

    private static bool IsPostgreSql(string place) => place.Contains("Host=", StringComparison.Ordinal);

    private static async Task Prepare(string place)
    {
        if (!IsPostgreSql(place))
        {
            File.Delete(place);
            OrleansDatabase.PrepareSqlite(place, TimeProvider.System);
            return;
        }
        await using var connection = new NpgsqlConnection(place);
        await OrleansDatabase.PreparePostgreSql(connection, TimeProvider.System, CancellationToken.None);
    }

    private static Task<InProcessTestCluster> Deploy(string place)
    {
        var (invariant, connectionString) = IsPostgreSql(place) ? ("Npgsql", place) : ("System.Data.SQLite", $"Data Source={place}");
        return TestClusters.Deploy(configure: silo =>
        {
            silo.Services.PostConfigure<ClusterOptions>(options => options.ServiceId = "flavours");
            silo.UseSystemTextJsonGrainStorageSerializer();
            silo.AddAdoNetGrainStorage("flavours", options => (options.Invariant, options.ConnectionString) = (invariant, connectionString));
            silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (invariant, connectionString));
        });
    }
}
