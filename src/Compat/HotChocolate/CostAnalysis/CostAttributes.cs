namespace HotChocolate.CostAnalysis.Types;

/// <summary>What a call of a field costs, an object of a class, or an argument that is given.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CostAttribute(double weight) : Attribute
{
    internal double Weight => weight;
}

/// <summary>How long a list may be, for the cost of what is selected of its items.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>How long it may be where no argument says it.</summary>
    public int AssumedSize { get => Size ?? throw new NotSupportedException(); init => Size = value; }

    /// <summary>The arguments that say how long it may be.</summary>
    public string[]? SlicingArguments { get; init; }

    /// <summary>How long it is when the request gives none of those arguments.</summary>
    public int SlicingArgumentDefaultValue { get => DefaultSize ?? throw new NotSupportedException(); init => DefaultSize = value; }

    /// <summary>The fields of the value that are the list, where it is not the value itself.</summary>
    public string[]? SizedFields { get; init; }

    /// <summary>Whether the request must give exactly one of those arguments, by default it must; else the error HC0082.</summary>
    public bool RequireOneSlicingArgument { get; init; } = true;

    internal int? Size { get; init; }

    internal int? DefaultSize { get; init; }
}
