using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fincord.Architecture.Tests.House;
using Fincord.Domain.Trading;

namespace Fincord.Architecture.Tests;

/// <summary>
/// Stored events live as long as accounts do: each kind has a file of how it was once stored, and that must always be read, with nothing of it
/// lost. A file is made once, by <c>FINCORD_UPDATE_CONTRACTS=1 ./fincord test Architecture</c>, and never changed.
/// </summary>
public sealed class GoldenEventTests
{
    public static TheoryData<string, Type> Events =>
    [
        .. typeof(AccountEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(derived => new TheoryDataRow<string, Type>((string)derived.TypeDiscriminator!, derived.DerivedType)),
    ];

    [Theory, MemberData(nameof(Events))]
    public void An_event_as_it_was_once_stored_is_read_whole(string name, Type type)
    {
        var file = $"schemas/golden/trading/{name}.json";
        if (Environment.GetEnvironmentVariable("FINCORD_UPDATE_CONTRACTS") == "1" && !File.Exists(Repository.PathOf(file))) Write(file, type);

        var golden = Repository.Read(file);
        var read = JsonSerializer.Deserialize<AccountEvent>(golden)!;
        var now = JsonSerializer.SerializeToElement(read);

        Assert.IsType(type, read);
        Offences.MustBeNone(Lost(JsonDocument.Parse(golden).RootElement, now, name));
    }

    private static void Write(string file, Type type)
    {
        var sample = (AccountEvent)Samples.Of(type);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && property.GetValue(sample) is null)) property.SetValue(sample, Samples.Of(property.PropertyType));
        Directory.CreateDirectory(Path.GetDirectoryName(Repository.PathOf(file))!);
        File.WriteAllText(Repository.PathOf(file), JsonSerializer.Serialize(sample, new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }

    // What is in the stored event and not, or differently, in what became of it.
    private static IEnumerable<string> Lost(JsonElement stored, JsonElement now, string path) => (stored.ValueKind, now.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => stored.EnumerateObject().SelectMany(part => now.TryGetProperty(part.Name, out var kept)
            ? Lost(part.Value, kept, $"{path}.{part.Name}")
            : [$"{path}.{part.Name}"]),
        (JsonValueKind.Array, JsonValueKind.Array) when stored.GetArrayLength() == now.GetArrayLength() =>
            stored.EnumerateArray().Zip(now.EnumerateArray()).SelectMany((pair, index) => Lost(pair.First, pair.Second, $"{path}[{index}]")),
        _ => stored.GetRawText() == now.GetRawText() ? [] : [$"{path}: {stored} became {now}"],
    };
}
