using System.Data.Common;

namespace Orleans.Configuration;

/// <summary>Which database keeps the reminders.</summary>
public class AdoNetReminderTableOptions
{
    /// <summary>The driver: "Npgsql" for PostgreSQL, "System.Data.SQLite" for SQLite.</summary>
    public string Invariant { get; set; } = null!;

    /// <summary>Where the database is; either this or <see cref="DataSource"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Where connections come from; either this or <see cref="ConnectionString"/>.</summary>
    public DbDataSource? DataSource { get; set; }
}
