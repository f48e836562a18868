namespace Fincord.Storage.Sqlite;

/// <summary>
/// Folds the write-ahead log into the file while the writer goes on: a fold takes as long as many commits. What was written meanwhile is folded
/// again until it is little; that the writer folds itself between two commits, so that its next one begins the log anew. A fold that fails is
/// tried again after as many pages.
/// </summary>
/// <param name="path">The database file.</param>
/// <param name="pages">How many pages are written into the log before it is folded. The same pages change again and again: the more, the fewer are written twice.</param>
internal sealed class SqliteCheckpointer(string path, int pages) : IDisposable
{
    private const int FewPages = 200;
    private const int MaxRounds = 8;
    private const int MaxBacklog = 8;

    private Task? _folding;
    private int _written;

    /// <summary>Hears of each commit, on the writer's thread.</summary>
    public void Committed(SqliteConnection writer)
    {
        _written += writer.TakePagesWritten();
        if (_written < pages) return;
        _folding ??= Task.Run(FoldMost);
        if (_written / MaxBacklog >= pages) _folding.Wait();        // the disk does not keep up
        if (!_folding.IsCompleted) return;
        writer.Fold();
        (_written, _folding) = (0, null);
    }

    /// <summary>Waits for a fold that is under way.</summary>
    public void Dispose() => _folding?.Wait();

    private void FoldMost()
    {
        try
        {
            using var connection = SqliteConnection.OpenForWriting(path);
            for (var round = 0; round < MaxRounds && connection.Fold() > FewPages; round++)
            {
            }
        }
        catch (StorageException)
        {
            // The log still has all.
        }
    }
}
