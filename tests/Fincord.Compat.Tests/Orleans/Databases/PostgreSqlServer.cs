using System.Diagnostics;
using Npgsql;
using Path = System.IO.Path;

namespace Fincord.Compat.Tests.Orleans.Databases;

/// <summary>A PostgreSQL server of our own in a temporary folder, reached through a socket in it. It never runs as root, which it refuses.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    public const string Missing = "PostgreSQL is not installed (Debian: apt-get install postgresql).";

    private const string ServerUser = "postgres";

    private static readonly string? Binaries = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private readonly string _folder;

    private PostgreSqlServer(string folder) => _folder = folder;

    public static bool IsInstalled => Binaries is not null;

    private string Data => Path.Combine(_folder, "data");

    public static async Task<PostgreSqlServer> Start()
    {
        var server = new PostgreSqlServer(Directory.CreateTempSubdirectory("pg").FullName);
        if (Environment.IsPrivilegedProcess) await Run("chown", ServerUser, server._folder);
        await RunAsServer("initdb", "--auth=trust", $"--username={ServerUser}", "--encoding=UTF8", "--locale=C", "--no-sync", "-D", server.Data);
        await server.StartAgain();
        return server;
    }

    // What a crash of the machine would lose is tested nowhere: without flushes to the disk databases are made in a tenth of the time.
    public Task StartAgain() => RunAsServer(
        "pg_ctl", "start", "-w", "-s", "-D", Data, "-l", Path.Combine(_folder, "log"),
        "-o", $"-c listen_addresses='' -c unix_socket_directories='{_folder}' -c max_connections=200 -c fsync=off");

    /// <summary>Stops at once, as a crash does: connections break, and what was committed has to come back from the log.</summary>
    public Task Crash() => RunAsServer("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", Data);

    /// <summary>Makes a database and tells how to reach it.</summary>
    public async Task<string> CreateDatabase()
    {
        var name = $"db{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(ConnectionString(ServerUser));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Crash();
        Directory.Delete(_folder, recursive: true);
    }

    private string ConnectionString(string database) =>
        $"Host={_folder};Username={ServerUser};Database={database};Maximum Pool Size=20;Timeout=30";

    private static Task RunAsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        return Environment.IsPrivilegedProcess ? Run("runuser", ["-u", ServerUser, "--", path, .. arguments]) : Run(path, arguments);
    }

    // What it writes goes nowhere: a server that it starts would keep a pipe open for as long as it lives.
    private static async Task Run(string program, params string[] arguments)
    {
        string[] shell = ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", shell) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
