using System.Runtime.CompilerServices;

namespace Fincord.Compat.Tests.Orleans;

public interface ITeller : IGrainWithStringKey
{
    IAsyncEnumerable<int> Count(int to, string gate, CancellationToken cancellation = default);

    IAsyncEnumerable<int> Fail(int after);

    Task<string> Ask();
}

internal sealed class TellerGrain(Gates gates) : Grain, ITeller
{
    public async IAsyncEnumerable<int> Count(int to, string gate, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        gates.Note("started");
        try
        {
            for (var i = 1; i <= to; i++)
            {
                if (i % 50 == 0) await Task.Yield();
                yield return i;
            }
            if (gate.Length > 0) await gates.Pass(gate).WaitAsync(cancellation);
        }
        finally
        {
            gates.Note("finally");
            gates.Reach("finally");
        }
    }

    public async IAsyncEnumerable<int> Fail(int after)
    {
        for (var i = 1; i <= after; i++) yield return i;
        await Task.Yield();
        throw new RottenFruitException("no more");
    }

    public Task<string> Ask() => Task.FromResult("here");
}

public sealed class EnumerationTests
{
    [Fact]
    public async Task S14_The_body_starts_at_the_first_item_and_all_items_come_in_order()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);

        var items = cluster.Client.GetGrain<ITeller>("a").Count(250, "");
        Assert.Empty(gates.Log);
        var got = new List<int>();
        await foreach (var item in items) got.Add(item);

        Assert.Equal(Enumerable.Range(1, 250), got);
        Assert.Equal(["started", "finally"], gates.Log);
    }

    [Fact]
    public async Task S14_The_body_interleaves_with_calls_and_disposal_runs_its_finally()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var teller = cluster.Client.GetGrain<ITeller>("a");

        await foreach (var item in teller.Count(3, "never").WithBatchSize(1))
        {
            Assert.Equal("here", await teller.Ask());
            if (item == 2) break;
        }

        await gates.Reached("finally");
        Assert.Equal(["started", "finally"], gates.Log);
    }

    [Fact]
    public async Task S14_An_exception_of_the_body_comes_after_the_items_before_it()
    {
        await using var cluster = await TestClusters.Deploy();
        var got = new List<int>();

        var failure = await Assert.ThrowsAsync<RottenFruitException>(async () =>
        {
            await foreach (var item in cluster.Client.GetGrain<ITeller>("a").Fail(after: 3)) got.Add(item);
        });

        Assert.Equal("no more", failure.Message);
        Assert.Equal([1, 2, 3], got);
    }

    [Fact]
    public async Task S14_An_activation_can_end_while_a_caller_waits_for_the_next_item()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates);
        var teller = cluster.Client.GetGrain<ITeller>("a");
        var enumerating = Task.Run(async () =>
        {
            await foreach (var item in teller.Count(3, "never")) gates.Note($"got {item}");
        });
        await gates.Reached("never");

        await cluster.DeactivateAsync(teller).WaitAsync(TimeSpan.FromSeconds(15));

        await Assert.ThrowsAsync<EnumerationAbortedException>(() => enumerating);
    }

    [Fact]
    public async Task S14_When_the_activation_goes_away_the_enumeration_is_aborted()
    {
        await using var cluster = await TestClusters.Deploy(new Gates());
        var teller = cluster.Client.GetGrain<ITeller>("a");

        await Assert.ThrowsAsync<EnumerationAbortedException>(async () =>
        {
            await foreach (var item in teller.Count(10, "").WithBatchSize(1))
            {
                if (item == 3) await cluster.DeactivateAsync(teller);
            }
        });
    }
}
