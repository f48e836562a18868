using System.Collections.ObjectModel;

namespace HotChocolate;

/// <summary>The one implementation of <see cref="IError"/>. Extensions keep the order in which they were set, the code first.</summary>
internal sealed record Error(string Message) : IError
{
    private const string CodeKey = "code";

    public string? Code => Extensions is not null && Extensions.TryGetValue(CodeKey, out var code) ? code as string : null;
    public Path? Path { get; init; }
    public IReadOnlyList<Location>? Locations { get; init; }
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
    public Exception? Exception { get; init; }

    public IError WithMessage(string message) => this with { Message = message };

    public IError WithCode(string? code)
    {
        if (code is null) return RemoveExtension(CodeKey);
        var others = Extensions?.Where(pair => pair.Key != CodeKey) ?? [];
        return this with { Extensions = Ordered([new(CodeKey, code), .. others]) };
    }

    public IError WithPath(Path path) => this with { Path = path };

    public IError WithLocations(IReadOnlyList<Location> locations) => this with { Locations = locations };

    public IError WithExtensions(IReadOnlyDictionary<string, object?>? extensions) => this with { Extensions = extensions };

    public IError SetExtension(string key, object? value)
    {
        var known = Extensions ?? ReadOnlyDictionary<string, object?>.Empty;
        return this with
        {
            Extensions = known.ContainsKey(key)
                ? Ordered(known.Select(pair => pair.Key == key ? new(key, value) : pair))
                : Ordered([.. known, new(key, value)]),
        };
    }

    public IError RemoveExtension(string key)
    {
        if (Extensions is null || !Extensions.ContainsKey(key)) return this;
        var rest = Ordered(Extensions.Where(pair => pair.Key != key));
        return this with { Extensions = rest.Count == 0 ? null : rest };
    }

    public IError WithException(Exception? exception) => this with { Exception = exception };

    private static OrderedDictionary<string, object?> Ordered(IEnumerable<KeyValuePair<string, object?>> pairs) => new(pairs);
}
