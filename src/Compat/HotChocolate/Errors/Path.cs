using System.Globalization;

namespace HotChocolate;

/// <summary>The way from the root of a result to one of its fields: response names and list indexes.</summary>
public sealed class Path
{
    private Path(Path? parent, object? segment, int length) => (_parent, _segment, Length) = (parent, segment, length);

    private readonly Path? _parent;
    private readonly object? _segment;

    /// <summary>The empty path.</summary>
    public static Path Root { get; } = new(null, null, 0);

    /// <summary>The path without its last segment; the root is its own parent.</summary>
    public Path Parent => _parent ?? this;

    /// <summary>How many segments the path has.</summary>
    public int Length { get; }

    /// <summary>Whether the path is empty.</summary>
    public bool IsRoot => Length == 0;

    /// <summary>The path to a field of what this path leads to.</summary>
    public Path Append(string name) => new(this, name ?? throw new ArgumentNullException(nameof(name)), Length + 1);

    /// <summary>The path to an item of the list that this path leads to.</summary>
    public Path Append(int index) => new(this, index, Length + 1);

    /// <summary>The segments from the root: strings and ints.</summary>
    public IReadOnlyList<object> ToList()
    {
        var segments = new object[Length];
        for (var path = this; path is { _segment: not null, _parent: not null }; path = path._parent) segments[path.Length - 1] = path._segment;
        return segments;
    }

    /// <summary>The path as text: <c>a.b[2]</c>.</summary>
    public string Print() => string.Concat(ToList().Select((segment, index) => segment switch
    {
        int item => string.Create(CultureInfo.InvariantCulture, $"[{item}]"),
        _ => index == 0 ? (string)segment : "." + segment,
    }));

    /// <inheritdoc/>
    public override string ToString() => Print();
}
