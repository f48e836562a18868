using System.Runtime.CompilerServices;
using HotChocolate.Execution.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL.Peers;

/// <summary>
/// A schema with every kind of type, which peers from npm are held against. Its resolvers have twins in <c>tests/npm/graphql/portfolio.mjs</c>:
/// change both together.
/// </summary>
public static class PeerSchema
{
    public static void Add(IRequestExecutorBuilder builder) => builder
        .AddQueryType<Query>()
        .AddMutationType<Mutation>()
        .AddSubscriptionType<Subscription>()
        .AddType<Equity>()
        .AddType<Bond>()
        .AddType<Coin>()
        .AddType<Cash>()
        .AddTypeExtension<AssetExtension>()
        .AddDataLoader<RelatedAssets>()
        .BindRuntimeType<decimal, DecimalScalar>()
        .DisableIntrospection(false)
        .ModifyCostOptions(options => options.EnforceCostLimits = false)
        .AddInMemorySubscriptions();

    public static Task<GraphQLHost> StartAsync(Action<IRequestExecutorBuilder>? also = null, Action<IServiceCollection>? services = null) =>
        GraphQLHost.StartAsync(
            builder =>
            {
                Add(builder);
                also?.Invoke(builder);
            },
            collection =>
            {
                collection.AddScoped<Journal>();
                services?.Invoke(collection);
            });

    /// <summary>Where the server is, for programs from outside.</summary>
    public static string Address(GraphQLHost host) => new Uri(host.Client.BaseAddress!, "graphql").ToString();

    /// <summary>What resolvers throw on purpose.</summary>
    public sealed class PeerFailure(string message) : Exception(message);

    /// <summary>What the fields of one mutation have written so far.</summary>
    public sealed class Journal
    {
        public List<string> Lines { get; } = [];
    }

    public enum AssetKind { Equity, CorporateBond, Coin }

    public enum Side { Buy, Sell, SellShort }

    /// <summary>Something that is owned.</summary>
    [InterfaceType("Asset")]
    public interface IAsset
    {
        [GraphQLType(typeof(NonNullType<IdType>))]
        string Id { get; }

        /// <summary>The "ticker", as people say.</summary>
        string Symbol { get; }

        AssetKind Kind { get; }

        string? Note { get; }

        IReadOnlyList<string> Tags(int? first);
    }

    [UnionType("Holding")]
    public interface IHolding;

    public sealed record Equity([property: GraphQLType(typeof(NonNullType<IdType>))] string Id, string Symbol, string? Note, int Rating, decimal Price)
        : IAsset, IHolding
    {
        public AssetKind Kind => AssetKind.Equity;

        public IReadOnlyList<string> Tags(int? first) => [.. new[] { "listed", "voting" }.Take(first ?? 2)];

        public int Lots([DefaultValue(100)] int size) => size == 0 ? throw new PeerFailure("There are no lots of nothing.") : (int)Price / size;
    }

    public sealed record Bond([property: GraphQLType(typeof(NonNullType<IdType>))] string Id, string Symbol, string? Note, string? Rating, decimal? Price)
        : IAsset, IHolding
    {
        public AssetKind Kind => AssetKind.CorporateBond;

        public IReadOnlyList<string> Tags(int? first) => [.. new[] { "fixed" }.Take(first ?? 1)];

        public IReadOnlyList<double?> Coupons => [0.5, null, 1.25];
    }

    public sealed record Coin([property: GraphQLType(typeof(NonNullType<IdType>))] string Id, string Symbol, string? Note, double Price) : IAsset
    {
        public AssetKind Kind => AssetKind.Coin;

        public IReadOnlyList<string> Tags(int? first) => [];

        public string Rating => throw new PeerFailure("Nobody rates coins.");
    }

    /// <summary>An asset that the schema does not know.</summary>
    public sealed record Unlisted(string Id, string Symbol, AssetKind Kind, string? Note) : IAsset
    {
        public IReadOnlyList<string> Tags(int? first) => [];
    }

    public sealed record Cash(Side Side, decimal Amount) : IHolding;

    public sealed class RelatedAssets(IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<string, IAsset>(scheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<string, IAsset>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Assets.Where(asset => keys.Contains(asset.Symbol)).ToDictionary(asset => asset.Symbol);
        }
    }

    [ExtendObjectType(typeof(Equity))]
    public sealed class AssetExtension
    {
        /// <summary>What the asset can be exchanged for; the last one is not known to anybody.</summary>
        public async Task<IReadOnlyList<IAsset?>> GetRelatedAsync([Parent] Equity equity, RelatedAssets related, CancellationToken cancellation) =>
            [
                await related.LoadAsync(equity.Symbol == "ACME" ? "GLOBEX" : "ACME", cancellation),
                await related.LoadAsync("BUND", cancellation),
                await related.LoadAsync("NONE", cancellation),
            ];
    }

    private static readonly IReadOnlyList<IAsset> Assets =
    [
        new Equity("1", "ACME", "maker of everything", 5, 250.50m), new Bond("2", "BUND", null, "AAA", 99.875m), new Coin("3", "BTC", "₿ \"digital\"\n\tgold", 65000.25),
        new Equity("4", "GLOBEX", null, 2, 17m), new Bond("5", "JUNK", null, null, null),
    ];

    public sealed class Query
    {
        public async Task<IReadOnlyList<IAsset>> GetAssetsAsync(AssetKind? kind, [DefaultValue(10)] int first)
        {
            await Task.Yield();
            return [.. Assets.Where(asset => kind is null || asset.Kind == kind).Take(first)];
        }

        public IAsset? GetAsset(string symbol) => Assets.FirstOrDefault(asset => asset.Symbol == symbol);

        public Equity Acme => (Equity)Assets[0];

        public IReadOnlyList<IHolding?> Holdings => [(Equity)Assets[0], new Cash(Side.Buy, 10.5m), null, (Bond)Assets[4]];

        public Portfolio? GetPortfolio([DefaultValue("main")] string? name) => name is "main" or "spare" ? new(name) : null;

        public Echo Echo => new();

        public Faults? Faults => new();

        public Faults StrictFaults => new();
    }

    public sealed record Portfolio(string Name)
    {
        public async Task<IReadOnlyList<Position>> GetPositionsAsync(int? first)
        {
            await Task.Yield();
            return [.. Assets.Take(first ?? 3).Select((asset, index) => new Position(asset, (index + 1) * 10, index == 1 ? Side.SellShort : Side.Buy))];
        }

        public IHolding? Best => Name == "main" ? new Cash(Side.Sell, 1m) : null;

        public Portfolio? Parent => Name == "main" ? new("spare") : null;

        public decimal Value => 1234.5678m;

        [GraphQLDeprecated("Use value.")]
        public double? Worth => 1234.5678;
    }

    public sealed record Position(IAsset Asset, int Quantity, Side Side)
    {
        public IReadOnlyList<IReadOnlyList<double>> Curve => [[1, 1.5], [], [-0.25]];

        public bool IsShort => Side == Side.SellShort;
    }

    public sealed class Mutation
    {
        /// <summary>Writes a line and tells all that this request has written.</summary>
        public async Task<IReadOnlyList<string>> AppendAsync(string text, [Service] Journal journal)
        {
            await Task.Yield();
            journal.Lines.Add(text);
            return [.. journal.Lines];
        }

        public int? Fail() => throw new PeerFailure("This always fails.");

        public int FailStrictly(bool really) => really ? throw new PeerFailure("This fails when told to.") : 1;

        public FilterView? Store(AssetFilter filter) => FilterView.Of(filter);
    }

    public sealed record Tick(int Number, Side Side)
    {
        public int? Odd => Number % 2 == 1 ? Number : throw new PeerFailure("The number is even.");

        public int StrictlyOdd => Number % 2 == 1 ? Number : throw new PeerFailure("The number is even.");
    }

    public sealed class Subscription
    {
        [Subscribe(With = nameof(CountAsync))]
        public Tick? Ticks(int count, Side side, [EventMessage] Tick tick) => tick.Number == 4 ? null : tick;

        public async IAsyncEnumerable<Tick> CountAsync(int count, [DefaultValue(Side.Buy)] Side side, [EnumeratorCancellation] CancellationToken cancellation)
        {
            for (var number = 1; number <= Math.Min(count, 200); number++)
            {
                cancellation.ThrowIfCancellationRequested();
                await Task.Yield();
                yield return new(number, side);
            }
        }

        /// <summary>Begins and never sends anything.</summary>
        [Subscribe(With = nameof(WaitAsync))]
        public int Silence([EventMessage] int number) => number;

        public async IAsyncEnumerable<int> WaitAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            yield return 0;
        }
    }
}
