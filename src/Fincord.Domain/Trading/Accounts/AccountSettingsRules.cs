namespace Fincord.Domain.Trading;

/// <summary>Whether settings of an account make sense.</summary>
public static class AccountSettingsRules
{
    private const int MaxNameLength = 64;
    private const int MaxLeagueLength = 32;

    /// <summary>The first reason to refuse settings, or null.</summary>
    public static OrderRefusal? Check(AccountSettings settings) => settings switch
    {
        _ when string.IsNullOrWhiteSpace(settings.Name) || settings.Name.Length > MaxNameLength => Invalid($"An account has a name of at most {MaxNameLength} characters."),
        _ when settings.Owner == default => Invalid("An account has an owner."),
        _ when !Enum.IsDefined(settings.Kind) || !Enum.IsDefined(settings.MarginMode) => Invalid("An account is a cash or a margin account."),
        _ when settings.Leverage is < 1 or > 125 => Invalid("Leverage is a number from 1 to 125."),
        { Kind: AccountKind.Cash, Leverage: not 1 } => Invalid("A cash account has no leverage."),
        _ when !Currencies.IsCode(settings.BaseCurrency) => Invalid("A currency is a code of capital letters."),
        _ when settings.Limits is { OrdersPerSecond: < 1 } or { OrderBurst: < 1 } or { MaxOpenOrders: < 1 } => Invalid("An account may place at least one order."),
        _ when settings.Limits is { MaxOrderNotional: <= 0 } or { MaxPositionNotional: <= 0 } or { MaxExposure: <= 0 } => Invalid("A limit of money is more than nothing."),
        _ when settings.Limits is { MaxDrawdown: <= 0 or > 1 } or { MaxDailyLoss: <= 0 } => Invalid("A loss limit is more than nothing, a drawdown at most 1."),
        { Bot: { } bot } when !RiskScope.IsName(bot) => Invalid("A bot has an id of 1 to 64 letters, digits, dots, hyphens and underscores."),
        { Fund: { } fund } when !RiskScope.IsName(fund) => Invalid("A fund has an id of 1 to 64 letters, digits, dots, hyphens and underscores."),
        { League: not null, Venue: not AccountSettings.Paper } => Invalid("A league is of the paper exchange."),
        { League: { } league } when !IsLeague(league) => Invalid("A league has a name of 1 to 32 lower-case letters, digits and hyphens between them."),
        _ => null,
    };

    /// <summary>Whether a league may be called so: its name is part of keys and addresses.</summary>
    public static bool IsLeague(string name) =>
        name.Length is > 0 and <= MaxLeagueLength && name[0] != '-' && name[^1] != '-' && name.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');

    private static OrderRefusal Invalid(string detail) => new("INVALID_ARGUMENT", detail, null);
}
