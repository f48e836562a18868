using System.Data.Common;
using System.Globalization;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Reminders;

/// <summary>Keeps reminders in the table OrleansRemindersTable of a database, with the SQL that it holds in OrleansQuery.</summary>
internal sealed class AdoNetReminderTable(string serviceId, AdoNetReminderTableOptions options) : IReminderTable
{
    private readonly AdoNetDatabase _database = new("The reminder service", options.Invariant, options.ConnectionString, options.DataSource);
    private string _readAll = "";
    private string _readRows = "";
    private string _readRow = "";
    private string _upsert = "";
    private string _delete = "";

    public async Task Start(CancellationToken cancellation)
    {
        var queries = await _database.ReadQueries(cancellation);
        _readAll = queries.Require("ReadRangeRows2Key");
        _readRows = queries.Require("ReadReminderRowsKey");
        _readRow = queries.Require("ReadReminderRowKey");
        _upsert = queries.Require("UpsertReminderRowKey");
        _delete = queries.Require("DeleteReminderRowKey");
    }

    // The range that wraps around from 0 to 0 is the whole table.
    public Task<List<ReminderEntry>> ReadAll() => Read(_readAll, command =>
    {
        command.Add("BeginHash", 0);
        command.Add("EndHash", 0);
    });

    public Task<List<ReminderEntry>> ReadRows(GrainId grainId) => Read(_readRows, command => command.Add("GrainId", grainId.ToString()));

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        var rows = await Read(_readRow, command => Name(command, grainId, reminderName));
        return rows.SingleOrDefault();
    }

    public async Task<ReminderEntry> Upsert(ReminderEntry entry)
    {
        var versions = await Run(
            _upsert,
            command =>
            {
                Name(command, entry.GrainId, entry.ReminderName);
                command.Add("StartTime", entry.StartAt);
                command.Add("Period", (long)entry.Period.TotalMilliseconds);
                command.Add("GrainHash", entry.GrainId.GetHashCode());
            },
            static row => VersionOf(row[0]));
        return entry with { ETag = versions.Single() };
    }

    public async Task<bool> Remove(GrainId grainId, string reminderName, string etag)
    {
        var counts = await Run(
            _delete,
            command =>
            {
                Name(command, grainId, reminderName);
                command.Add("Version", int.Parse(etag, NumberStyles.None, CultureInfo.InvariantCulture));
            },
            static row => Convert.ToInt64(row[0], CultureInfo.InvariantCulture));
        return counts.Single() > 0;
    }

    private Task<List<ReminderEntry>> Read(string sql, Action<DbCommand> bind) => Run(sql, bind, static row => new ReminderEntry(
        GrainId.Parse((string)row["GrainId"]),
        (string)row["ReminderName"],
        DateTime.SpecifyKind(row.GetDateTime(row.GetOrdinal("StartTime")), DateTimeKind.Utc),
        TimeSpan.FromMilliseconds(Convert.ToInt64(row["Period"], CultureInfo.InvariantCulture)),
        VersionOf(row["Version"])));

    private async Task<List<T>> Run<T>(string sql, Action<DbCommand> bind, Func<DbDataReader, T> map)
    {
        try
        {
            return await _database.Read(
                sql,
                command =>
                {
                    command.Add("ServiceId", serviceId);
                    bind(command);
                },
                map, CancellationToken.None);
        }
        catch (DbException failure)
        {
            throw new OrleansException($"The table of reminders could not be read or written: {failure.Message}", failure);
        }
    }

    private static void Name(DbCommand command, GrainId grainId, string reminderName)
    {
        command.Add("GrainId", grainId.ToString());
        command.Add("ReminderName", reminderName);
    }

    private static string VersionOf(object version) =>
        Convert.ToInt32(version, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
