using System.Buffers.Text;
using System.Globalization;
using System.Text;
using HotChocolate.Execution;

namespace HotChocolate.Types.Pagination;

/// <summary>Which page a request asks for.</summary>
/// <param name="First">How many items from the start of the range.</param>
/// <param name="After">The position behind which the range starts.</param>
/// <param name="Last">How many items from the end of the range.</param>
/// <param name="Before">The position before which the range ends.</param>
internal readonly record struct PageRequest(int? First, int? After, int? Last, int? Before)
{
    /// <summary>Refuses arguments that are out of the field's limits.</summary>
    public static void Check(FieldCall call, FieldPaging options, string coordinate)
    {
        var first = call.Argument<int?>("first");
        var last = options.AllowBackwardPagination ? call.Argument<int?>("last") : null;
        if ((first ?? last) is null && options.RequirePagingBoundaries)
            throw Refuse("You must provide a `first` or `last` value to properly paginate the connection.", "HC0052", coordinate, []);
        foreach (var requested in (ReadOnlySpan<int?>)[first, last])
        {
            if (requested < 0)
                throw Refuse("The requested number of values per page must be at least 0.", "HC0079", coordinate, [("requestedItems", requested)]);
            if (requested > options.MaxPageSize)
                throw Refuse("The maximum allowed items per page were exceeded.", "HC0051", coordinate,
                    [("requestedItems", requested), ("maxAllowedItems", options.MaxPageSize)]);
        }
    }

    public static PageRequest Of(FieldCall call, FieldPaging options)
    {
        var first = call.Argument<int?>("first");
        var last = options.AllowBackwardPagination ? call.Argument<int?>("last") : null;
        return new(
            first is null && last is null ? options.DefaultPageSize : first, Position(call, "after"),
            last, options.AllowBackwardPagination ? Position(call, "before") : null);
    }

    /// <summary>The cursor of a position: Base64 of its digits.</summary>
    public static string Cursor(int position) => Convert.ToBase64String(Encoding.ASCII.GetBytes(position.ToString(CultureInfo.InvariantCulture)));

    private static int? Position(FieldCall call, string argument)
    {
        if (call.Argument<string?>(argument) is not { } cursor) return null;
        Span<byte> digits = stackalloc byte[Base64.GetMaxDecodedFromUtf8Length(32)];
        if (cursor.Length <= 32 && Convert.TryFromBase64String(cursor, digits, out var length)
            && int.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var position)) return position;
        throw new GraphQLException(ErrorBuilder.New()
            .SetMessage($"The cursor specified in `{argument}` has an invalid format.")
            .SetCode("HC0078").SetExtension("argument", argument).SetExtension("cursor", cursor).Build());
    }

    private static GraphQLException Refuse(string message, string code, string coordinate, ReadOnlySpan<(string Key, object? Value)> extensions)
    {
        var error = ErrorBuilder.New().SetMessage(message).SetCode(code).SetExtension("coordinate", coordinate);
        foreach (var (key, value) in extensions) error.SetExtension(key, value);
        return new(error.Build());
    }
}
