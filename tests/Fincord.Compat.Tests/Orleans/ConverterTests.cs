using System.Diagnostics.CodeAnalysis;
using Fincord.Compat.Tests.Orleans.Foreign;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace Fincord.Compat.Tests.Orleans
{
    [GenerateSerializer]
    public struct PurseSurrogate
    {
        [Id(0)]
        public List<long> Coins { get; set; }
    }

    [RegisterConverter]
    public sealed class PurseConverter : IConverter<Purse, PurseSurrogate>
    {
        public Purse ConvertFromSurrogate(in PurseSurrogate surrogate) => new(surrogate.Coins);

        public PurseSurrogate ConvertToSurrogate(in Purse value) => new() { Coins = [.. value.Coins] };
    }

    [GenerateSerializer]
    public struct BoxSurrogate<T>
    {
        [Id(0)]
        public T Content { get; set; }
    }

    [RegisterConverter]
    public sealed class BoxConverter<T> : IConverter<Box<T>, BoxSurrogate<T>>
    {
        public Box<T> ConvertFromSurrogate(in BoxSurrogate<T> surrogate) => new(surrogate.Content);

        public BoxSurrogate<T> ConvertToSurrogate(in Box<T> value) => new() { Content = value.Content };
    }

    [GenerateSerializer]
    public struct AngleSurrogate
    {
        [Id(0)]
        public double Degrees { get; set; }
    }

    [RegisterConverter]
    public sealed class AngleConverter : IConverter<Angle, AngleSurrogate>
    {
        public Angle ConvertFromSurrogate(in AngleSurrogate surrogate) => new(surrogate.Degrees);

        public AngleSurrogate ConvertToSurrogate(in Angle value) => new() { Degrees = value.Degrees };
    }

    [GenerateSerializer]
    public struct TreeSurrogate
    {
        [Id(0)]
        public string Name { get; set; }
    }

    /// <summary>For the wire; inside of a silo the copier goes before it.</summary>
    [RegisterConverter]
    public sealed class TreeConverter : IConverter<Tree, TreeSurrogate>
    {
        public Tree ConvertFromSurrogate(in TreeSurrogate surrogate) => new(surrogate.Name, []);

        public TreeSurrogate ConvertToSurrogate(in Tree value) => new() { Name = value.Name };
    }

    [RegisterCopier]
    public sealed class TreeCopier : IDeepCopier<Tree>
    {
        [return: NotNullIfNotNull(nameof(input))]
        public Tree? DeepCopy(Tree? input, CopyContext context)
        {
            if (input is null) return null;
            if (context.TryGetCopy<Tree>(input, out var known)) return known!;
            var copy = new Tree($"copy of {input.Name}", []);
            context.RecordCopy(input, copy);
            copy.Children.AddRange(context.DeepCopy(input.Children)!);
            return copy;
        }
    }

    [GenerateSerializer]
    public sealed record Wallet(Purse First, Purse Second);

    public interface IForeigner : IGrainWithStringKey
    {
        Task<Purse> Keep(Purse purse);

        Task<long> Sum();

        Task<bool> AreOne(Wallet wallet);

        Task<Box<Purse>> Unpack(Box<List<int>> numbers);

        Task<Angle> Turn(Angle angle, Angle? more);

        Task<string> Describe(Tree tree);

        Task<string> DescribeThrough(IForeigner other);
    }

    internal sealed class ForeignerGrain : Grain, IForeigner
    {
        private Purse _purse = new([]);

        public Task<Purse> Keep(Purse purse)
        {
            _purse = purse;
            return Task.FromResult(purse);
        }

        public Task<long> Sum() => Task.FromResult(_purse.Coins.Sum());

        public Task<bool> AreOne(Wallet wallet) => Task.FromResult(ReferenceEquals(wallet.First, wallet.Second));

        public Task<Box<Purse>> Unpack(Box<List<int>> numbers) => Task.FromResult(new Box<Purse>(new([.. numbers.Content.Select(one => (long)one)])));

        public Task<Angle> Turn(Angle angle, Angle? more) => Task.FromResult(new Angle(angle.Degrees + (more?.Degrees ?? 0)));

        public Task<string> Describe(Tree tree) =>
            Task.FromResult($"{tree.Name}, {tree.Children.Count} children, {(tree.Children.Contains(tree) ? "itself one of them" : "others")}");

        public Task<string> DescribeThrough(IForeigner other)
        {
            var tree = new Tree("oak", []);
            tree.Children.Add(tree);
            tree.Children.Add(new("twig", []));
            return other.Describe(tree);
        }
    }

    /// <summary>Messages with types that know nothing of Orleans.</summary>
    public sealed class ConverterTests
    {
        [Fact]
        [OneProcessOnly("an activation stays in memory")]
        public async Task S8_A_value_with_a_converter_is_sent_and_copied()
        {
            await using var cluster = await TestClusters.Deploy();
            var grain = cluster.Client.GetGrain<IForeigner>("a");
            var purse = new Purse([1, 2]);

            var returned = await grain.Keep(purse);
            purse.Add(40);
            returned.Add(50);

            Assert.Equal(3, await grain.Sum());
            Assert.Equal(53, returned.Coins.Sum());
        }

        [Fact]
        public async Task S8_One_object_twice_in_a_message_stays_one_behind_a_converter()
        {
            await using var cluster = await TestClusters.Deploy();
            var grain = cluster.Client.GetGrain<IForeigner>("a");
            var purse = new Purse([1]);

            Assert.True(await grain.AreOne(new(purse, purse)));
            Assert.False(await grain.AreOne(new(purse, new([1]))));
        }

        [Fact]
        public async Task A_converter_may_be_generic_and_may_convert_values()
        {
            await using var cluster = await TestClusters.Deploy();
            var grain = cluster.Client.GetGrain<IForeigner>("a");

            Assert.Equal([4, 5], (await grain.Unpack(new([4, 5]))).Content.Coins);
            Assert.Equal(100, (await grain.Turn(new(60), new(40))).Degrees);
            Assert.Equal(60, (await grain.Turn(new(60), null)).Degrees);
        }

        [Fact]
        [OneProcessOnly("inside of a silo objects are copied, not sent")]
        public async Task Inside_of_a_silo_a_registered_copier_copies()
        {
            await using var cluster = await TestClusters.Deploy();

            var described = await cluster.Client.GetGrain<IForeigner>("a").DescribeThrough(cluster.Client.GetGrain<IForeigner>("b"));

            Assert.Equal("copy of oak, 2 children, itself one of them", described);
        }

        [Fact]
        public async Task The_copier_from_the_services_copies_as_calls_do()
        {
            await using var cluster = await TestClusters.Deploy();
            var services = cluster.GetSiloServiceProvider();
            var page = new Page<Purse>([new([1])], null);

            var copy = services.GetRequiredService<DeepCopier>().Copy(page)!;
            var same = services.GetRequiredService<DeepCopier<string>>().Copy("immutable");

            Assert.NotSame(page.Items[0], copy.Items[0]);
            Assert.Equal([1], copy.Items[0].Coins);
            Assert.Equal("immutable", same);
            Assert.Throws<CodecNotFoundException>(() => services.GetRequiredService<DeepCopier>().Copy(new Unknown()));
        }

        private sealed class Unknown;
    }
}

// Types of somebody else.
namespace Fincord.Compat.Tests.Orleans.Foreign
{
    public sealed class Purse(List<long> coins)
    {
        private readonly List<long> _coins = coins;

        public IEnumerable<long> Coins => _coins;

        public void Add(long coin) => _coins.Add(coin);
    }

    public sealed class Box<T>(T content)
    {
        public T Content { get; } = content;
    }

    public readonly struct Angle(double degrees)
    {
        public double Degrees { get; } = degrees;
    }

    public sealed class Tree(string name, List<Tree> children)
    {
        public string Name { get; } = name;

        public List<Tree> Children { get; } = children;
    }
}
