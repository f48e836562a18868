using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fincord.Domain.Members;

namespace Fincord.Domain.Trading;

/// <summary>What a limit or a kill switch above one account is about.</summary>
[GenerateSerializer, Alias("trading.risk-scope-kind")]
public enum RiskScopeKind : byte
{
    /// <summary>All accounts.</summary>
    All = 1,
    /// <summary>The accounts whose orders go to one venue.</summary>
    Venue = 2,
    /// <summary>One member's accounts.</summary>
    Member = 3,
    /// <summary>The accounts that one bot trades.</summary>
    Bot = 4,
    /// <summary>The accounts that belong to one fund.</summary>
    Fund = 5,
}

/// <summary>
/// The accounts that a limit or a kill switch covers: <c>all</c>, <c>venue:paper</c>, <c>member:{id}</c>, <c>bot:{id}</c> or <c>fund:{id}</c>.
/// The default value is none.
/// </summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">Which of these; empty for all.</param>
[GenerateSerializer, Immutable, Alias("trading.risk-scope")]
[JsonConverter(typeof(RiskScopeJsonConverter))]
public readonly record struct RiskScope([property: Id(0)] RiskScopeKind Kind, [property: Id(1)] string Name)
{
    private const int MaxNameLength = 64;

    /// <summary>All accounts.</summary>
    public static RiskScope All { get; } = new(RiskScopeKind.All, "");

    /// <summary>A member's accounts.</summary>
    public static RiskScope Of(MemberId member) => new(RiskScopeKind.Member, member.ToString());

    /// <summary>The accounts of a venue.</summary>
    public static RiskScope OfVenue(string venue) => new(RiskScopeKind.Venue, venue);

    /// <summary>The accounts of a bot.</summary>
    public static RiskScope OfBot(string bot) => new(RiskScopeKind.Bot, bot);

    /// <summary>The accounts of a fund.</summary>
    public static RiskScope OfFund(string fund) => new(RiskScopeKind.Fund, fund);

    /// <summary>All scopes that an account with these settings is in, the widest first.</summary>
    public static ImmutableArray<RiskScope> Above(AccountSettings settings)
    {
        var scopes = ImmutableArray.CreateBuilder<RiskScope>(5);
        scopes.Add(All);
        scopes.Add(OfVenue(settings.Venue));
        scopes.Add(Of(settings.Owner));
        if (settings.Bot is { } bot) scopes.Add(OfBot(bot));
        if (settings.Fund is { } fund) scopes.Add(OfFund(fund));
        return scopes.DrainToImmutable();
    }

    /// <summary>Whether an account with these settings is in it.</summary>
    public bool Covers(AccountSettings settings) => Kind switch
    {
        RiskScopeKind.All => true,
        RiskScopeKind.Venue => settings.Venue == Name,
        RiskScopeKind.Member => settings.Owner.ToString() == Name,
        RiskScopeKind.Bot => settings.Bot == Name,
        RiskScopeKind.Fund => settings.Fund == Name,
        _ => false,
    };

    /// <summary>Whether a text may name a venue, bot or fund here: 1 to 64 letters, digits, dots, hyphens and underscores.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse(string? text, out RiskScope scope)
    {
        scope = default;
        if (text is null) return false;
        if (text == "all")
        {
            scope = All;
            return true;
        }
        if (text.Split(':', 2) is not [var kind, var name] || !IsName(name)) return false;
        scope = kind switch
        {
            "venue" => OfVenue(name),
            "member" when MemberId.TryParse(name, out var member) => Of(member),
            "bot" => OfBot(name),
            "fund" => OfFund(name),
            _ => default,
        };
        return scope != default;
    }

    /// <summary><c>all</c>, or the kind and the name: <c>venue:paper</c>.</summary>
    public override string ToString() => Kind is RiskScopeKind.All ? "all" : $"{Kind.ToString().ToLowerInvariant()}:{Name}";
}

/// <summary>A <see cref="RiskScope"/> in JSON: its text.</summary>
public sealed class RiskScopeJsonConverter : JsonConverter<RiskScope>
{
    /// <inheritdoc/>
    public override RiskScope Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RiskScope.TryParse(reader.GetString(), out var scope) ? scope : throw new JsonException("It is no scope of risk limits.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RiskScope value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
