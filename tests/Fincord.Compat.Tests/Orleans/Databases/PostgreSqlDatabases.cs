using Fincord.Compat.Tests.Orleans.Databases;

[assembly: AssemblyFixture(typeof(PostgreSqlDatabases))]

namespace Fincord.Compat.Tests.Orleans.Databases;

/// <summary>Databases on one server, which starts with the first of them and ends with the program. Each test has a database of its own.</summary>
public sealed class PostgreSqlDatabases : IAsyncDisposable
{
    private readonly Lazy<Task<PostgreSqlServer>> _server = new(PostgreSqlServer.Start);

    /// <summary>Makes one and tells how to reach it. The test is skipped where there is no server.</summary>
    public async Task<string> Create()
    {
        Assert.SkipUnless(PostgreSqlServer.IsInstalled, PostgreSqlServer.Missing);
        return await (await _server.Value).CreateDatabase();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
    }
}
