using System.ComponentModel.DataAnnotations;

namespace Fincord.Storage;

/// <summary>Where and how data is kept.</summary>
public sealed class StorageOptions
{
    /// <summary>The folder that holds everything; made when it is missing.</summary>
    [Required]
    public string DataFolder { get; set; } = "";

    /// <summary>
    /// How accounts and paper books are kept: the connection string of a PostgreSQL database, or null for a file in <see cref="DataFolder"/>.
    /// </summary>
    public string? PostgreSql { get; set; }

    /// <summary>How many partitions a new event log gets, 1 to 64. A log that exists keeps its own number.</summary>
    [Range(1, 64)]
    public int Partitions { get; set; } = 4;

    /// <summary>The size at which the event log begins its next file, 4 KiB to 1 GiB; one append may go beyond it.</summary>
    [Range(typeof(long), "4096", "1073741824")]
    public long SegmentBytes { get; set; } = 64 * 1024 * 1024;
}
