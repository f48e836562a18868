using Fincord.Domain.Markets;
using Fincord.Schemas.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Fincord.Api.Http;

/// <summary>What the words of a REST request mean; each failure is a <see cref="RefusalException"/> that says what was expected.</summary>
internal static class RequestText
{
    private const int DefaultPageSize = 100;

    /// <summary>The size of a page, 100 by default.</summary>
    public static int ReadLimit(string? text, int most) => text is null ? DefaultPageSize
        : int.TryParse(text, out var limit) && limit >= 1 && limit <= most ? limit
        : throw RefusalException.InvalidArgument($"limit is a whole number from 1 to {most}, not '{text}'.");

    /// <summary>A moment, or null.</summary>
    public static Timestamp? ReadTime(string name, string? text) => text is null ? null
        : Timestamp.TryParse(text, null, out var time) ? time
        : throw RefusalException.InvalidArgument($"{name} is an RFC 3339 time such as 2026-01-02T15:04:05Z, not '{text}'.");

    /// <summary>A number that a list goes on after, or null.</summary>
    public static long? ReadSequence(string name, string? text) => text is null ? null
        : long.TryParse(text, out var sequence) && sequence >= 0 ? sequence
        : throw RefusalException.InvalidArgument($"{name} is what the page before called next, not '{text}'.");

    /// <summary>True or false; false by default.</summary>
    public static bool ReadFlag(string name, string? text) => text switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw RefusalException.InvalidArgument($"{name} is true or false, not '{text}'."),
    };

    /// <summary>The idempotency key of a request that must have one.</summary>
    public static string RequireKey(string? key) =>
        key ?? throw RefusalException.InvalidArgument("This needs the header Idempotency-Key: 1 to 64 visible ASCII characters.");

    /// <summary>Says in the OpenAPI document that an endpoint may fail with this status and the one shape of every failure.</summary>
    public static T ProducesProblemBody<T>(this T builder, params ReadOnlySpan<int> statuses) where T : IEndpointConventionBuilder
    {
        foreach (var status in statuses) builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ErrorView), ["application/json"]));
        return builder;
    }
}
