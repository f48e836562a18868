using System.Text.Json;
using Fincord.Storage.Files;

namespace Fincord.Storage.Markets.Segments;

/// <summary>What is fixed when a log is made: <c>manifest.json</c> in its folder.</summary>
/// <param name="Version">Version of the log's format.</param>
/// <param name="Partitions">How many partitions it has. An instrument's partition depends on it, so it never changes.</param>
internal sealed record LogManifest(int Version, int Partitions)
{
    private const int CurrentVersion = 1;

    /// <summary>The manifest of the log in a folder, made with <paramref name="partitions"/> when there is none.</summary>
    public static LogManifest LoadOrCreate(string directory, int partitions)
    {
        var path = Path.Combine(directory, "manifest.json");
        if (File.Exists(path)) return Load(path);
        var manifest = new LogManifest(CurrentVersion, partitions);
        var draft = path + ".new";
        using (var file = new FileStream(draft, FileMode.Create))
        {
            JsonSerializer.Serialize(file, manifest, JsonSerializerOptions.Web);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
        PosixFile.FlushDirectory(directory);
        return manifest;
    }

    private static LogManifest Load(string path)
    {
        try
        {
            if (JsonSerializer.Deserialize<LogManifest>(File.ReadAllBytes(path), JsonSerializerOptions.Web) is { Version: > 0, Partitions: > 0 } manifest)
            {
                return manifest.Version == CurrentVersion ? manifest : throw new StorageException(
                    StorageCodes.NewerSchema, $"{path} tells of version {manifest.Version} of the event log; this program knows {CurrentVersion}.");
            }
        }
        catch (JsonException failure)
        {
            throw new StorageException(StorageCodes.Corrupt, $"{path} is no manifest of an event log: {failure.Message}", failure);
        }
        throw new StorageException(StorageCodes.Corrupt, $"{path} is no manifest of an event log.");
    }
}
