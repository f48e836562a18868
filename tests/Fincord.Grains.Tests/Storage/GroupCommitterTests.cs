using Fincord.Storage;

namespace Fincord.Grains.Tests.Storage;

public sealed class GroupCommitterTests
{
    [Fact]
    public async Task What_gathers_during_a_commit_is_the_next_group_in_its_order()
    {
        var groups = new List<int[]>();
        using var began = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        using var committer = new GroupCommitter<Item>("test", 64, group =>
        {
            began.Set();
            goOn.Wait();
            groups.Add([.. group.Select(item => item.Number)]);
            foreach (var item in group) item.Complete();
        });

        var commits = new List<Task> { Commit(0) };
        began.Wait(TestContext.Current.CancellationToken);
        commits.AddRange(Enumerable.Range(1, 100).Select(Commit));
        Assert.All(commits, commit => Assert.False(commit.IsCompleted));
        goOn.Set();
        await Task.WhenAll(commits);

        Assert.Equal([1, 64, 36], groups.Select(group => group.Length));
        Assert.Equal(Enumerable.Range(0, 101), groups.SelectMany(group => group));

        Task Commit(int number) => committer.Commit(new(number), CancellationToken.None);
    }

    [Fact]
    public async Task A_commit_that_throws_fails_its_group_and_the_next_one_works()
    {
        using var committer = new GroupCommitter<Item>("test", 64, group =>
        {
            if (group[0].Number == 0) throw new InvalidDataException("no");
            foreach (var item in group) item.Complete();
        });

        await Assert.ThrowsAsync<InvalidDataException>(() => committer.Commit(new(0), CancellationToken.None));
        await committer.Commit(new(1), CancellationToken.None);
    }

    [Fact]
    public async Task Who_waits_to_get_in_can_give_up_and_is_then_not_committed()
    {
        var committed = new List<int>();
        using var goOn = new ManualResetEventSlim();
        using var began = new ManualResetEventSlim();
        using var committer = new GroupCommitter<Item>("test", 1, group =>
        {
            began.Set();
            goOn.Wait();
            committed.Add(group[0].Number);
            group[0].Complete();
        });
        var first = committer.Commit(new(0), CancellationToken.None);
        began.Wait(TestContext.Current.CancellationToken);
        Task[] queued = [committer.Commit(new(1), CancellationToken.None), committer.Commit(new(2), CancellationToken.None)];
        using var giveUp = new CancellationTokenSource();
        var outside = committer.Commit(new(3), giveUp.Token);

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outside);
        goOn.Set();
        await Task.WhenAll([first, .. queued]);
        Assert.Equal([0, 1, 2], committed);
    }

    private sealed class Item(int number) : CommitItem
    {
        public int Number { get; } = number;
    }
}
