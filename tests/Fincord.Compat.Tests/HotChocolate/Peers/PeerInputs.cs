namespace Fincord.Compat.Tests.GraphQL.Peers;

/// <summary>Which assets are meant.</summary>
public sealed record AssetFilter(
    IReadOnlyList<string>? Symbols,
    [property: DefaultValue(PeerSchema.AssetKind.Coin)] PeerSchema.AssetKind? Kind,
    [property: DefaultValue(3)] int Limit,
    RangeInput? Range,
    AssetFilter? Or,
    decimal? Price);

public sealed record RangeInput(double From, double? To);

/// <summary>One way to name an asset.</summary>
[OneOf]
public sealed record AssetBy([property: GraphQLType(typeof(IdType))] string? Id, string? Symbol, RangeInput? Range, IReadOnlyList<int>? Places);

/// <summary>A filter as the server has understood it.</summary>
public sealed record FilterView(
    IReadOnlyList<string>? Symbols, PeerSchema.AssetKind? Kind, int Limit, RangeView? Range, FilterView? Or, decimal? Price)
{
    public static FilterView? Of(AssetFilter? filter) => filter is null
        ? null
        : new(filter.Symbols, filter.Kind, filter.Limit, RangeView.Of(filter.Range), Of(filter.Or), filter.Price);
}

public sealed record RangeView(double From, double? To)
{
    public static RangeView? Of(RangeInput? range) => range is null ? null : new(range.From, range.To);
}

public sealed record ByView([property: GraphQLType(typeof(IdType))] string? Id, string? Symbol, RangeView? Range, IReadOnlyList<int>? Places);

/// <summary>Arguments sent back as they were understood.</summary>
public sealed class Echo
{
    public int? Int(int? value) => value;

    public double? Float(double? value) => value;

    public string? String(string? value) => value;

    public bool? Boolean(bool? value) => value;

    [GraphQLType(typeof(IdType))]
    public string? Id([GraphQLType(typeof(IdType))] string? value) => value;

    public PeerSchema.Side? Side(PeerSchema.Side? value) => value;

    public decimal? Decimal(decimal? value) => value;

    public IReadOnlyList<int?>? Ints(IReadOnlyList<int?>? value) => value;

    public IReadOnlyList<int> StrictInts(IReadOnlyList<int> value) => value;

    public IReadOnlyList<IReadOnlyList<int?>?>? Matrix(IReadOnlyList<IReadOnlyList<int?>?>? value) => value;

    public FilterView? Filter(AssetFilter? value) => FilterView.Of(value);

    public ByView By(AssetBy value) => new(value.Id, value.Symbol, RangeView.Of(value.Range), value.Places);

    public int Required(int value) => value;

    public int Defaulted([DefaultValue(5)] int value) => value;

    public int? DefaultedOrNull([DefaultValue(7)] int? value) => value;

    public async Task<string> ManyAsync(int a, string? b, [DefaultValue(true)] bool c, [DefaultValue(PeerSchema.Side.Sell)] PeerSchema.Side d)
    {
        await Task.Yield();
        return $"{a}/{b ?? "none"}/{(c ? "yes" : "no")}/{(int)d}";
    }
}

/// <summary>Fields that fail, in all places where that matters.</summary>
public sealed class Faults
{
    private static PeerSchema.PeerFailure Failure => new("This always fails.");

    public int Present => 1;

    public int? Fails => throw Failure;

    public async Task<int?> GetFailsLaterAsync()
    {
        await Task.Yield();
        throw Failure;
    }

    public int FailsStrictly => throw Failure;

    public async Task<int> GetFailsStrictlyLaterAsync()
    {
        await Task.Yield();
        throw Failure;
    }

    public string Missing => null!;

    public async Task<string> GetMissingLaterAsync()
    {
        await Task.Yield();
        return null!;
    }

    public IReadOnlyList<string?> Holes => ["a", null, "c"];

    public IReadOnlyList<string>? Items => ["a", null!, "c"];

    public IReadOnlyList<string> StrictItems => ["a", null!, "c"];

    public IReadOnlyList<IReadOnlyList<string>?> Rows => [["a"], ["b", null!], null];

    public Side? WrongSide => (Side)99;

    public double? NotANumber => double.NaN;

    public IEnumerable<int>? BreaksOff()
    {
        yield return 1;
        throw Failure;
    }

    public PeerSchema.IAsset? Unlisted => new PeerSchema.Unlisted("9", "NOPE", PeerSchema.AssetKind.Coin, null);

    public Faults? Loose => new();

    public Faults Strict => new();

    public async Task<Faults?> GetLooseLaterAsync()
    {
        await Task.Yield();
        return new();
    }

    public async Task<Faults> GetStrictLaterAsync()
    {
        await Task.Yield();
        return new();
    }

    public IReadOnlyList<Faults?>? LooseList => [new(), null, new()];

    public IReadOnlyList<Faults> StrictList => [new(), new()];

    public async Task<IReadOnlyList<Faults>?> GetStrictListLaterAsync()
    {
        await Task.Yield();
        return [new(), new()];
    }

    [GraphQLName("Hand")]
    public enum Side { Left, Right }
}
