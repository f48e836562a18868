namespace Fincord.Storage.Sqlite;

/// <summary>
/// The only writer of a database file: a thread that puts the work of many callers into one transaction. When such a group fails, each piece
/// of work gets a transaction of its own, so that only the one at fault fails.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int LargestGroup = 1_024;

    private readonly SqliteConnection _connection;
    private readonly int _pagesPerFold;
    private readonly GroupCommitter<Work> _committer;
    private bool _flushes;
    private int _pages;

    /// <param name="connection">The connection that it has for itself.</param>
    /// <param name="pagesPerFold">After how many pages in the write-ahead log it folds the log into the file.</param>
    /// <param name="name">Its thread's name.</param>
    public SqliteWriter(SqliteConnection connection, int pagesPerFold, string name)
    {
        (_connection, _pagesPerFold) = (connection, pagesPerFold);
        _committer = new(name, LargestGroup, Commit);
    }

    /// <summary>Runs <paramref name="work"/> in a transaction. It may run twice, the first time in vain, so it changes nothing but the database.</summary>
    /// <param name="work">What to do; it runs on the writer's thread.</param>
    /// <param name="flush">Whether a power cut, too, must find the work done; otherwise only a crash of the process must.</param>
    /// <param name="cancellation">Gives up while the work is not queued yet.</param>
    public Task Commit(Action<SqliteConnection> work, bool flush, CancellationToken cancellation) =>
        _committer.Commit(new(work, flush), cancellation);

    public void Dispose() => _committer.Dispose();

    private void Commit(IReadOnlyList<Work> group)
    {
        try
        {
            Transact(group);
        }
        catch (Exception failure) when (group.Count == 1)
        {
            group[0].Fail(failure);
            return;
        }
        catch (Exception)
        {
            foreach (var work in group) Commit([work]);
            return;
        }
        foreach (var work in group) work.Complete();
        FoldInTime();
    }

    // Between two commits, when those who waited have their answers: so the next commit begins the log anew. A fold that fails is tried again later.
    private void FoldInTime()
    {
        _pages += _connection.TakePagesWritten();
        if (_pages < _pagesPerFold) return;
        _connection.Fold();
        _pages = 0;
    }

    private void Transact(IReadOnlyList<Work> group)
    {
        // With NORMAL the write-ahead log reaches the disk at its own pace; one FULL commit takes all earlier ones along.
        var flush = group.Any(work => work.Flush);
        if (flush != _flushes) _connection.Execute($"PRAGMA synchronous = {(flush ? "FULL" : "NORMAL")}");
        _flushes = flush;
        try
        {
            _connection.Prepare("BEGIN IMMEDIATE").Execute();
            foreach (var work in group) work.Run(_connection);
            _connection.Prepare("COMMIT").Execute();
        }
        finally
        {
            // Some errors, a full disk among them, have rolled back already.
            if (_connection.IsInTransaction) _connection.Prepare("ROLLBACK").Execute();
        }
    }

    private sealed class Work(Action<SqliteConnection> run, bool flush) : CommitItem
    {
        public bool Flush { get; } = flush;

        public void Run(SqliteConnection connection) => run(connection);
    }
}
