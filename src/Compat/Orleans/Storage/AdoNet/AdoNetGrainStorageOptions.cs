using System.Data.Common;
using Orleans.Storage;

namespace Orleans.Configuration;

/// <summary>Where and how a store keeps states in a database.</summary>
public class AdoNetGrainStorageOptions : IStorageProviderSerializerOptions
{
    /// <summary>The driver's name when none is set.</summary>
    public const string DEFAULT_ADONET_INVARIANT = "System.Data.SqlClient";

    /// <summary>The stage in which the store starts when none is set.</summary>
    public const int DEFAULT_INIT_STAGE = ServiceLifecycleStage.ApplicationServices;

    /// <summary>The driver: "Npgsql" for PostgreSQL, "System.Data.SQLite" for SQLite.</summary>
    public string Invariant { get; set; } = DEFAULT_ADONET_INVARIANT;

    /// <summary>Where the database is; either this or <see cref="DataSource"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Where connections come from; either this or <see cref="ConnectionString"/>.</summary>
    public DbDataSource? DataSource { get; set; }

    /// <summary>The stage of the silo's life in which the store reads its queries.</summary>
    public int InitStage { get; set; } = DEFAULT_INIT_STAGE;

    /// <inheritdoc/>
    public IGrainStorageSerializer GrainStorageSerializer { get; set; } = null!;

    /// <summary>How keys and state names are hashed; as Orleans does since version 7 unless another is set.</summary>
    public IStorageHasherPicker HashPicker { get; set; } = null!;

    /// <summary>Whether clearing removes the row, and the version with it; otherwise the row stays without its payload.</summary>
    public bool DeleteStateOnClear { get; set; }

    /// <summary>Hashes as Orleans 3 did, for a database that it began.</summary>
    public void UseOrleans3CompatibleHasher() => HashPicker = new Orleans3CompatibleStorageHashPicker();
}
