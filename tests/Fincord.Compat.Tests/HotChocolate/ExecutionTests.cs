using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>The order in which resolvers run, what they are given, and data loaders.</summary>
public sealed class ExecutionTests
{
    [Fact]
    public async Task Sibling_resolvers_that_wait_run_at_the_same_time()
    {
        await using var host = await GraphQLHost.StartAsync(
            builder => builder.AddQueryType<MeetingQuery>(), services => services.AddSingleton(new Barrier3()));

        // Each of the three goes on only when all have started.
        Assert.Equal("""{"a":3,"b":3,"c":3}""", await host.DataAsync("{ a: meet b: meet c: meet }"));
    }

    [Fact]
    public async Task Mutations_run_one_after_the_other()
    {
        await using var host = await GraphQLHost.StartAsync(
            builder => builder.AddQueryType<MeetingQuery>().AddMutationType<LedgerMutation>(),
            services => services.AddSingleton(new Barrier3()).AddSingleton(new Ledger()));

        Assert.Equal(
            """{"a":{"balance":1},"b":{"balance":3},"c":{"balance":6}}""",
            await host.DataAsync("mutation { a: deposit(amount: 1) { balance } b: deposit(amount: 2) { balance } c: deposit(amount: 3) { balance } }"));
    }

    [Fact]
    public async Task Keys_that_siblings_ask_for_are_loaded_once_each_and_level_by_level()
    {
        await using var host = await GraphQLHost.StartAsync(
            builder => builder.AddQueryType<PersonQuery>().AddDataLoader<PersonLoader>().AddDataLoader<PostsLoader>(),
            services => services.AddSingleton(new BatchLog()));

        var data = await host.DataAsync("{ people { id friend { id friend { id } posts } } }");

        Assert.Equal(
            """{"people":[{"id":1,"friend":{"id":2,"friend":{"id":3},"posts":["2a","2b"]}},{"id":2,"friend":{"id":3,"friend":{"id":4},"posts":["3a","3b"]}},{"id":3,"friend":{"id":4,"friend":{"id":5},"posts":["4a","4b"]}}]}""",
            data);
        var log = host.Services.GetRequiredService<BatchLog>();
        Assert.Equal(["2", "3", "4", "5"], log.KeysOf("people").Order());
        Assert.Equal(["2", "3", "4"], log.KeysOf("posts").Order());
        // Where the real dispatcher ends a batch depends on its clock: under load a level may take several, and nobody promises their order. Ours
        // waits for the whole level.
        if (typeof(IBatchScheduler).Assembly.GetName().Name!.StartsWith("Fincord", StringComparison.Ordinal))
            Assert.Equal(["people 2,3,4", "people 5"], log.Batches.Where(batch => batch.StartsWith("people", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_required_value_that_is_missing_is_an_error()
    {
        await using var host = await GraphQLHost.StartAsync(
            builder => builder.AddQueryType<PersonQuery>().AddDataLoader<PersonLoader>().AddDataLoader<PostsLoader>(),
            services => services.AddSingleton(new BatchLog()));

        var answer = await host.QueryAsync("{ person(id: 1) { id } missing: person(id: -1) { id } }");

        Assert.Equal("""{"person":{"id":1},"missing":null}""", answer.GetProperty("data").GetRawText());
        Assert.Equal("""["missing"]""", answer.GetProperty("errors")[0].GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task Siblings_of_a_query_do_not_share_scoped_services()
    {
        await using var host = await GraphQLHost.StartAsync(
            builder => builder.AddQueryType<ScopeQuery>(), services => services.AddScoped<Scoped>());

        var data = await host.QueryAsync("{ a: number b: number }");

        Assert.NotEqual(data.GetProperty("data").GetProperty("a").GetInt32(), data.GetProperty("data").GetProperty("b").GetInt32());
    }

    [Fact]
    public async Task Resolvers_of_every_kind_of_value_are_understood()
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ShapeQuery>());

        Assert.Equal(
            """{"task":1,"valueTask":2,"nothing":null,"stream":[1,2],"nested":[[1],[2,3]],"pairs":[{"key":"a","value":1}],"set":["x"]}""",
            await host.DataAsync("{ task valueTask nothing stream nested pairs { key value } set }"));
    }

    public sealed class Barrier3
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public async Task<int> MeetAsync(CancellationToken cancellation)
        {
            if (Interlocked.Increment(ref _count) == 3) _all.SetResult();
            await _all.Task.WaitAsync(cancellation);
            return _count;
        }
    }

    public sealed class MeetingQuery
    {
        public Task<int> MeetAsync(Barrier3 barrier, CancellationToken cancellation) => barrier.MeetAsync(cancellation);
    }

    public sealed class Ledger
    {
        public int Balance { get; set; }
    }

    public sealed class LedgerMutation
    {
        public async Task<Ledger> DepositAsync(int amount, [Service] Ledger ledger)
        {
            var before = ledger.Balance;
            await Task.Yield();
            ledger.Balance = before + amount;
            return ledger;
        }
    }

    public sealed class BatchLog
    {
        private readonly List<string> _batches = [];

        public IReadOnlyList<string> Batches => _batches;

        /// <summary>All keys that a loader was asked for, in the order in which it was.</summary>
        public IEnumerable<string> KeysOf(string name) => _batches
            .Where(batch => batch.StartsWith(name, StringComparison.Ordinal))
            .SelectMany(batch => batch[(name.Length + 1)..].Split(','));

        public void Add(string name, IEnumerable<int> keys)
        {
            lock (_batches) _batches.Add($"{name} {string.Join(',', keys.Order())}");
        }
    }

    public sealed class PersonLoader(BatchLog log, IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<int,
        Person>(scheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, Person>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Add("people", keys);
            await Task.Yield();
            return keys.Where(key => key > 0).ToDictionary(key => key, key => new Person(key));
        }
    }

    public sealed class PostsLoader(BatchLog log, IBatchScheduler scheduler, DataLoaderOptions options) : GroupedDataLoader<int,
        string>(scheduler, options)
    {
        protected override async Task<ILookup<int, string>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Add("posts", keys);
            await Task.Yield();
            return keys.SelectMany(key => new[] { (key, Text: $"{key}a"), (key, Text: $"{key}b") }).ToLookup(pair => pair.key, pair => pair.Text);
        }
    }

    public sealed record Person(int Id)
    {
        public Task<Person> GetFriendAsync(PersonLoader people, CancellationToken cancellation) => people.LoadRequiredAsync(Id + 1, cancellation);

        public async Task<string[]> GetPostsAsync(PostsLoader posts, CancellationToken cancellation) => await posts.LoadAsync(Id, cancellation) ?? [];
    }

    public sealed class PersonQuery
    {
        public IReadOnlyList<Person> GetPeople() => [new(1), new(2), new(3)];

        public async Task<Person?> GetPersonAsync(int id, PersonLoader people, CancellationToken cancellation) =>
            await people.LoadRequiredAsync(id, cancellation);
    }

    public sealed class Scoped
    {
        private static int s_last;

        public int Number { get; } = Interlocked.Increment(ref s_last);
    }

    public sealed class ScopeQuery
    {
        public int GetNumber(Scoped scoped) => scoped.Number;
    }

    public sealed class ShapeQuery
    {
        public Task<int> GetTaskAsync() => Task.FromResult(1);

        public async ValueTask<int?> GetValueTaskAsync()
        {
            await Task.Yield();
            return 2;
        }

        public ValueTask<int?> GetNothing() => new((int?)null);

        public async IAsyncEnumerable<int> GetStreamAsync()
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
        }

        public IReadOnlyList<IReadOnlyList<int>> GetNested() => [[1], [2, 3]];

        public IReadOnlyDictionary<string, int> GetPairs() => new Dictionary<string, int> { ["a"] = 1 };

        public IEnumerable<string> GetSet() => new HashSet<string> { "x" };
    }
}
