using System.Threading.Channels;
using Npgsql;

namespace Fincord.Storage.Trading;

/// <summary>One after the other, commits of some writers: those that wait while one is on its way go together.</summary>
internal sealed class PostgreSqlLane : IDisposable
{
    private const int LargestGroup = 64;

    private readonly NpgsqlDataSource _source;
    private readonly Channel<Work> _queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(4_096) { SingleReader = true });
    private readonly Task _running;

    public PostgreSqlLane(NpgsqlDataSource source)
    {
        _source = source;
        _running = Task.Run(Run);
    }

    /// <inheritdoc cref="ITradingDatabase.Commit"/>
    public async Task Commit(IReadOnlyList<SqlStep> steps, CancellationToken cancellation)
    {
        var work = new Work(steps);
        await _queue.Writer.WriteAsync(work, cancellation);
        await work.Done;
    }

    /// <summary>Commits what is queued, then ends.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _running.GetAwaiter().GetResult();
    }

    private async Task Run()
    {
        var group = new List<Work>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var work)) group.Add(work);
            await Commit(group);
            group.Clear();
        }
    }

    // One that is refused does not take the others with it: each has its chance alone, step by step. After a lost connection nobody knows what
    // was committed; then the same steps are refused, because their writer has moved on, and the writer looks for itself.
    private async Task Commit(IReadOnlyList<Work> group)
    {
        try
        {
            await Transact([.. group.SelectMany(work => work.Steps)], isStepByStep: false);
            foreach (var work in group) work.Complete();
        }
        catch (Exception)
        {
            foreach (var work in group) await CommitAlone(work);
        }
    }

    private async Task CommitAlone(Work work)
    {
        try
        {
            await Transact(work.Steps, isStepByStep: true);
            work.Complete();
        }
        catch (NpgsqlException failure)
        {
            work.Fail(new StorageException(StorageCodes.Unavailable, $"PostgreSQL did not take a commit: {failure.Message}", failure));
        }
        catch (Exception failure)
        {
            work.Fail(failure);
        }
    }

    private async Task Transact(IReadOnlyList<SqlStep> steps, bool isStepByStep)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        // Together in one round trip; step by step the first one that is refused is told, not what its refusal leads to.
        foreach (var group in steps.Chunk(isStepByStep ? 1 : int.MaxValue)) await Execute(connection, transaction, group);
        await transaction.CommitAsync();
    }

    private static async Task Execute(NpgsqlConnection connection, NpgsqlTransaction transaction, SqlStep[] steps)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var step in steps) batch.BatchCommands.Add(PostgreSqlTradingDatabase.ToCommand(step.Sql, step.Arguments));
        await batch.ExecuteNonQueryAsync();
        for (var index = 0; index < steps.Length; index++)
            if (steps[index].MustChange && batch.BatchCommands[index].RecordsAffected == 0) throw new StepRefusedException();
    }

    private sealed class Work(IReadOnlyList<SqlStep> steps) : CommitItem
    {
        public IReadOnlyList<SqlStep> Steps { get; } = steps;
    }
}
