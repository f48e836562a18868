using System.ComponentModel;
using System.Reflection;

namespace Fincord.Compat.Tests.Orleans;

/// <summary>
/// The public types of our Orleans are those of PublicTypes.txt, and all of these are public types of the real packages: each flavour checks
/// its half. What generated code needs is apart, in a namespace of its own or hidden from editors.
/// </summary>
public sealed class PublicSurfaceTests
{
    private static readonly string[] Listed = ReadList();

    [Fact]
    public void Every_listed_type_is_public()
    {
        var missing = Listed.Except(PublicTypes().Select(type => type.FullName!)).ToArray();

        Assert.True(missing.Length == 0, "Not public in these packages: " + string.Join(", ", missing));
    }

    [Fact]
    public void Our_own_implementation_has_no_public_type_beyond_the_list()
    {
        var own = PublicTypes().Where(type => type.Assembly.GetName().Name!.StartsWith("Fincord.", StringComparison.Ordinal));

        var unlisted = own.Where(type => !IsSupport(type)).Select(type => type.FullName!).Except(Listed).Order(StringComparer.Ordinal).ToArray();

        Assert.True(unlisted.Length == 0, "Look these up in the real packages, then list them: " + string.Join(", ", unlisted));
    }

    private static bool IsSupport(Type type) => type.Namespace == "Fincord.OrleansCompat"
        || type.GetCustomAttribute<EditorBrowsableAttribute>()?.State is EditorBrowsableState.Never;

    private static IEnumerable<Type> PublicTypes() => Directory
        .GetFiles(AppContext.BaseDirectory, "*.dll")
        .Select(path => System.IO.Path.GetFileNameWithoutExtension(path))
        .Where(name => name.StartsWith("Orleans.", StringComparison.Ordinal) || name == "Fincord.Compat.Orleans")
        .SelectMany(name => Assembly.Load(name).GetExportedTypes());

    private static string[] ReadList()
    {
        using var reader = new StreamReader(typeof(PublicSurfaceTests).Assembly.GetManifestResourceStream("PublicTypes.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
