using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Fincord.Domain.Markets;

namespace Fincord.Grains.Trading;

/// <summary>Reads trading calendars: those that come with Fincord, and an operator's own. What is wrong with one is a <see cref="FormatException"/>.</summary>
internal static class CalendarFiles
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseOtherMembers } },
    };

    /// <summary>The calendars that come with Fincord.</summary>
    public static IEnumerable<TradingCalendar> ReadShipped()
    {
        var assembly = typeof(CalendarFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".calendar.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = assembly.GetManifestResourceStream(name)!;
            yield return Read(name, text);
        }
    }

    /// <summary>The calendar of a file.</summary>
    public static TradingCalendar ReadFile(string path)
    {
        try
        {
            using var text = File.OpenRead(path);
            return Read(path, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"The trading calendar {path} cannot be read: {exception.Message}", exception);
        }
    }

    private static TradingCalendar Read(string path, Stream text)
    {
        try
        {
            var definition = JsonSerializer.Deserialize<CalendarDefinition>(text, Format) ?? throw new JsonException("It is null.");
            return new(definition, TimeZoneInfo.FindSystemTimeZoneById(definition.Zone));
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The trading calendar {path} cannot be read: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new FormatException($"The trading calendar {path} has a time zone that this machine does not know (is tzdata installed?): {exception.Message}", exception);
        }
    }

    // A misspelt member would silently leave hours out. $schema is for editors.
    private static void RefuseOtherMembers(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object) return;
        type.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        if (type.Type != typeof(CalendarDefinition)) return;
        var schema = type.CreateJsonPropertyInfo(typeof(string), "$schema");
        schema.Set = static (_, _) => { };
        type.Properties.Add(schema);
    }
}
