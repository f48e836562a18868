using System.Text.Json.Serialization;
using Fincord.Domain.Trading;

namespace Fincord.Schemas.Views;

/// <summary>Why a request was refused: the one shape of every failure body. The numbers are there where risk denied an order because of them.</summary>
/// <param name="Error">The HTTP status.</param>
/// <param name="Reason">Why, in a sentence for people.</param>
/// <param name="Code">Why, in a word for programs that never changes.</param>
public sealed record ErrorView(int Error, string Reason, string Code)
{
    /// <summary>What would have been allowed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Limit { get; init; }

    /// <summary>What it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Actual { get; init; }

    /// <summary>What the two count: a currency, an instrument's unit, or nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>The body of a refusal, with the numbers of a denial.</summary>
    public static ErrorView From(int error, string reason, string code, Denial? denial) =>
        new(error, reason, code) { Limit = denial?.Limit, Actual = denial?.Actual, Unit = denial?.Unit };
}
