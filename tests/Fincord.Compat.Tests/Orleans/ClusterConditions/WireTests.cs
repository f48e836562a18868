using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Net;
using System.Numerics;
using Fincord.OrleansCompat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;
using Orleans.Serialization;
using Orleans.Storage;

namespace Fincord.Compat.Tests.Orleans.ClusterConditions;

/// <summary>What goes over the wire of the test mode, and what does not.</summary>
public sealed class WireTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddOrleans(_ => { }).BuildServiceProvider();

    private MessageWire Wire => new(_services.GetRequiredService<Silo>());

    public void Dispose() => _services.Dispose();

    public static TheoryData<object> Values =>
    [
        true, (byte)1, (sbyte)-1, (short)-2, (ushort)2, 3, 3u, 4L, 4ul, (nint)5, (nuint)5, 'ß', (Half)1.5, 1.5f, 1.5, 1.50m, "text",
        Int128.MaxValue, UInt128.MaxValue, BigInteger.Pow(10, 40), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), TimeSpan.FromTicks(7), new DateOnly(2026, 1, 2), new TimeOnly(3, 4, 5),
        Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), new Version(1, 2, 3), IPAddress.Parse("10.0.0.1"), new Uri("a/b", UriKind.Relative),
        CultureInfo.InvariantCulture, DBNull.Value, typeof(List<Tick>), DayOfWeek.Friday, GrainId.Create("type", "key/with/slashes"),
        GrainType.Create("type"), GrainInterfaceType.Create("IType"), IdSpan.Create("span"), default(IdSpan), GuidId.GetGuidId(Guid.Empty),
        new ActivationId(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")), SiloAddress.New(new(IPAddress.Loopback, 11_111), 3),
        StreamId.Create("ns", "key"), StreamId.Create(null, 5), new Tick(1, "record"), KeyValuePair.Create(1, "a"), (1, "a", 2.5), Tuple.Create(1, "a"),
        new Immutable<int>(5),
    ];

    public static TheoryData<object> Collections =>
    [
        new[] { 1, 2 }, new object?[] { 1, "a", null }, new List<int> { 1, 2 }, new HashSet<string> { "b", "a" }, new SortedSet<int> { 2, 1 },
        new Queue<int>([1, 2]), new Stack<int>([1, 2, 3]), new Dictionary<string, int> { ["a"] = 1 }, new SortedDictionary<string, int> { ["b"] = 1 },
        new ConcurrentDictionary<string, int> { ["a"] = 1 }, new ReadOnlyCollection<int>([1, 2]), ImmutableArray.Create(1, 2), ImmutableList.Create(1, 2),
        ImmutableHashSet.Create(1, 2), ImmutableDictionary<string, int>.Empty.Add("a", 1), ImmutableSortedDictionary<string, int>.Empty.Add("a", 1),
    ];

    [Theory, MemberData(nameof(Values))]
    public void A_value_arrives_as_it_is(object value)
    {
        var arrived = Wire.Carry(value);

        Assert.Equal(value, arrived);
        Assert.Equal(value.GetType(), arrived.GetType());
    }

    [Theory, MemberData(nameof(Collections))]
    public void A_collection_arrives_with_its_items(object collection)
    {
        var arrived = Wire.Carry(collection);

        Assert.Equal(((System.Collections.IEnumerable)collection).Cast<object?>(), ((System.Collections.IEnumerable)arrived).Cast<object?>());
        Assert.Equal(collection.GetType(), arrived.GetType());
        Assert.NotSame(collection, arrived);
    }

    [Fact]
    public void A_collection_goes_on_comparing_text_as_before()
    {
        Assert.True(Wire.Carry(new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 }).ContainsKey("A"));
        Assert.Contains("A", Wire.Carry(ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "a")));
        Assert.Throws<CodecNotFoundException>(() => Wire.Carry(new HashSet<int>(new Parity()) { 1 }));
    }

    [Fact]
    public void An_object_that_occurs_twice_does_so_again_and_one_that_contains_itself_too()
    {
        var basket = new Basket { Fruits = ["apple"] };
        basket.Inner = basket;

        var arrived = Wire.Carry(new object[] { basket, basket, basket.Fruits });

        Assert.NotSame(basket, arrived[0]);
        Assert.Same(arrived[0], arrived[1]);
        Assert.Same(arrived[0], ((Basket)arrived[0]).Inner);
        Assert.Same(arrived[2], ((Basket)arrived[0]).Fruits);
    }

    [Fact]
    public void Members_of_base_classes_arrive_and_those_without_an_Id_are_as_the_constructor_leaves_them()
    {
        var crate = new Crate { Sizes = [1] };
        crate.Numbers.Add(2);

        var arrived = Wire.Carry(crate);
        var parcel = Wire.Carry(new Parcel { Content = ["a"], Note = "lost" });

        Assert.Equal([1], arrived.Sizes);
        Assert.Equal([2], arrived.Numbers);
        Assert.Equal("unread", parcel.Note);
    }

    [Fact]
    public void An_exception_keeps_class_message_cause_data_and_stack()
    {
        var arrived = Wire.Carry(Thrown(new RottenFruitException("bad") { Data = { ["basket"] = 3 }, HResult = 5 }));
        var argument = Wire.Carry(new ArgumentException("wrong", "fruit", new IOException("cause")));
        var both = Wire.Carry(new AggregateException("two", new RottenFruitException("a"), new RottenFruitException("b")));

        Assert.Equal(("bad", 3, 5), (arrived.Message, arrived.Data["basket"], arrived.HResult));
        Assert.Contains(nameof(Thrown), arrived.StackTrace, StringComparison.Ordinal);
        Assert.Equal(("wrong (Parameter 'fruit')", null, "cause"), (argument.Message, argument.ParamName, argument.InnerException!.Message));
        Assert.Equal(("two (a) (b)", 2), (both.Message, both.InnerExceptions.Count));
    }

    [Fact]
    public void Of_what_an_exception_has_besides_only_members_with_an_Id_arrive()
    {
        var arrived = Wire.Carry(new InconsistentStateException("stale", "2", "1"));

        Assert.Equal(("stale", "2", "1"), (arrived.Message, arrived.StoredEtag, arrived.CurrentEtag));
        Assert.Throws<CodecNotFoundException>(() => Wire.Carry(new HomemadeException("no codec")));
        Assert.Throws<CodecNotFoundException>(() => Wire.Carry(new OrleansException("wraps", new HomemadeException("no codec"))));
    }

    [Fact]
    public void What_has_no_codec_is_refused()
    {
        Assert.Throws<CodecNotFoundException>(() => Wire.Carry<object>(new Gates()));
        Assert.Throws<CodecNotFoundException>(() => Wire.Carry<object>(new List<object> { new LinkedList<int>() }));
        Assert.Throws<CodecNotFoundException>(() => Wire.Carry(Enumerable.Range(0, 3).Select(i => i)));
    }

    private static RottenFruitException Thrown(RottenFruitException exception)
    {
        try
        {
            throw exception;
        }
        catch (RottenFruitException caught)
        {
            return caught;
        }
    }

    private sealed class Parity : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x % 2 == y % 2;

        public int GetHashCode(int obj) => obj % 2;
    }
}
