using System.Collections.Immutable;

namespace Fincord.Cli.Server;

/// <summary>A path below a server's address with its query, escaped. Keys have slashes and spaces; each segment is escaped as a whole.</summary>
internal sealed record RestPath(ImmutableArray<string> Segments, ImmutableArray<(string Name, string Value)> Query)
{
    /// <summary>The path <c>api/v1/…</c> of these segments.</summary>
    public static RestPath ApiV1(params ReadOnlySpan<string> segments) => new(["api", "v1", .. segments], []);

    /// <summary>The path one segment further down.</summary>
    public RestPath Below(string segment) => this with { Segments = Segments.Add(segment) };

    /// <summary>The path one segment further up.</summary>
    public RestPath Parent => this with { Segments = Segments.RemoveAt(Segments.Length - 1) };

    /// <summary>The same path with one more parameter, or itself when the value is null.</summary>
    public RestPath With(string name, string? value) => value is null ? this : this with { Query = Query.Add((name, value)) };

    /// <summary>The path as it stands in a request.</summary>
    public override string ToString()
    {
        var path = string.Join('/', Segments.Select(Uri.EscapeDataString));
        return Query.IsEmpty ? path : $"{path}?{string.Join('&', Query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"))}";
    }
}
