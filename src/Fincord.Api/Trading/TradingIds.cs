using System.Text;
using Fincord.Domain.Trading;

namespace Fincord.Api.Trading;

/// <summary>Ids and cursors of trading as clients send them. Ids are the GUIDs that REST, GraphQL and the command line all show.</summary>
internal static class TradingIds
{
    /// <summary>An account's id. What is no id names no account.</summary>
    public static AccountId ToAccount(string text) => Guid.TryParse(text, out var id) ? new(id) : throw RefusalException.UnknownAccount();

    /// <summary>An order's id. What is no id names no order.</summary>
    public static OrderId ToOrder(string text) => Guid.TryParse(text, out var id) ? new(id) : throw RefusalException.UnknownOrder();

    /// <summary>The cursor of an item in a GraphQL list.</summary>
    public static string ToCursor(string item) => Convert.ToBase64String(Encoding.UTF8.GetBytes(item));

    /// <summary>The order that a cursor stands at.</summary>
    public static OrderId? ToOrderAfter(string? cursor) => FromCursor(cursor) is { } text ? Guid.TryParse(text, out var id) ? new(id) : throw NoCursor(cursor!) : null;

    /// <summary>The number of an event that a cursor stands at.</summary>
    public static long? ToSequenceAfter(string? cursor) => FromCursor(cursor) is { } text ? long.TryParse(text, out var sequence) ? sequence : throw NoCursor(cursor!) : null;

    /// <summary>The trade that a cursor stands at.</summary>
    public static FillId? ToTradeAfter(string? cursor) => FromCursor(cursor) is { } text ? Guid.TryParse(text, out var id) ? new(id) : throw NoCursor(cursor!) : null;

    private static string? FromCursor(string? cursor)
    {
        if (cursor is null) return null;
        Span<byte> text = stackalloc byte[64];
        return Convert.TryFromBase64String(cursor, text, out var length) ? Encoding.UTF8.GetString(text[..length]) : throw NoCursor(cursor);
    }

    private static RefusalException NoCursor(string cursor) => RefusalException.InvalidArgument($"'{cursor}' is not a cursor of this list.");
}
