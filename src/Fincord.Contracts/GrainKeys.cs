using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Contracts;

/// <summary>Grain keys. Each has a prefix that is no hexadecimal digit, because storage takes hex-like keys for numbers.</summary>
public static class GrainKeys
{
    private const string InstrumentPrefix = "instr:";
    private const string AccountPrefix = "account:";
    private const string PaperBookPrefix = "paper:";
    private const string ActionsPrefix = "actions:";

    /// <summary>The key of the one board of kill switches and limits above accounts.</summary>
    public const string RiskBoard = "risk:board";

    private const string BudgetPrefix = "budget:";

    /// <summary>The key of a budget's grain: <c>budget:venue:paper</c>.</summary>
    public static string Budget(RiskScope scope) => BudgetPrefix + scope;

    /// <summary>The scope of a key made by <see cref="Budget"/>; throws <see cref="FormatException"/> for another key.</summary>
    public static RiskScope ToBudget(string key) =>
        key.StartsWith(BudgetPrefix, StringComparison.Ordinal) && RiskScope.TryParse(key[BudgetPrefix.Length..], out var scope)
            ? scope
            : throw new FormatException($"'{key}' is not the key of a budget's grain.");

    /// <summary>The key of an instrument's grain: <c>instr:42</c>.</summary>
    public static string Instrument(InstrumentId id) => InstrumentPrefix + id.Value;

    /// <summary>The instrument of a key made by <see cref="Instrument"/>; throws <see cref="FormatException"/> for another key.</summary>
    public static InstrumentId ToInstrumentId(string key) =>
        key.StartsWith(InstrumentPrefix, StringComparison.Ordinal) && long.TryParse(key.AsSpan(InstrumentPrefix.Length), out var id)
            ? new(id)
            : throw new FormatException($"'{key}' is not the key of an instrument's grain.");

    /// <summary>The key of an account's grain: <c>account:01980c5e-…</c>.</summary>
    public static string Account(AccountId id) => AccountPrefix + id;

    /// <summary>Whether a key was made by <see cref="Account"/>.</summary>
    public static bool IsAccount(string key) => key.StartsWith(AccountPrefix, StringComparison.Ordinal);

    /// <summary>The account of a key made by <see cref="Account"/>; throws <see cref="FormatException"/> for another key.</summary>
    public static AccountId ToAccountId(string key) =>
        key.StartsWith(AccountPrefix, StringComparison.Ordinal) && Guid.TryParse(key.AsSpan(AccountPrefix.Length), out var id)
            ? new(id)
            : throw new FormatException($"'{key}' is not the key of an account's grain.");

    /// <summary>The key of the grain of an instrument's actions: <c>actions:42</c>.</summary>
    public static string InstrumentActions(InstrumentId id) => ActionsPrefix + id.Value;

    /// <summary>The instrument of a key made by <see cref="InstrumentActions"/>; throws <see cref="FormatException"/> for another key.</summary>
    public static InstrumentId ToInstrumentOfActions(string key) =>
        key.StartsWith(ActionsPrefix, StringComparison.Ordinal) && long.TryParse(key.AsSpan(ActionsPrefix.Length), out var id)
            ? new(id)
            : throw new FormatException($"'{key}' is not the key of the grain of an instrument's actions.");

    /// <summary>
    /// The key of a paper book's grain: <c>paper:42:account:01980c5e-…</c> for an account's own book of an instrument,
    /// <c>paper:42:league:summer</c> for a league's.
    /// </summary>
    public static string PaperBook(InstrumentId instrument, string scope) => $"{PaperBookPrefix}{instrument}:{scope}";

    /// <summary>The instrument and scope of a key made by <see cref="PaperBook"/>; throws <see cref="FormatException"/> for another key.</summary>
    public static (InstrumentId Instrument, string Scope) ToPaperBook(string key)
    {
        var parts = key.Split(':', 3);
        return parts.Length == 3 && parts[0] == "paper" && long.TryParse(parts[1], out var id)
            ? (new(id), parts[2])
            : throw new FormatException($"'{key}' is not the key of a paper book's grain.");
    }
}
