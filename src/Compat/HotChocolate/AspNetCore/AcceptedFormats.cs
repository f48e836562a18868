using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HotChocolate.AspNetCore;

/// <summary>The media types of responses.</summary>
internal enum ResponseFormat
{
    /// <summary><c>application/graphql-response+json</c>: the status says whether the operation was executed.</summary>
    GraphQLResponse,
    /// <summary><c>application/json</c>: the status is 200 for every well-formed request.</summary>
    Json,
    /// <summary><c>text/event-stream</c>.</summary>
    EventStream,
}

/// <summary>What a client takes.</summary>
/// <param name="Single">The media type of an answer that is one result.</param>
/// <param name="TakesEvents">Whether it takes the results of a subscription, which come as <c>text/event-stream</c> only.</param>
internal readonly record struct AcceptedFormats(ResponseFormat Single, bool TakesEvents)
{
    /// <summary>
    /// Chooses by the Accept header; the order of preference is the server's, as long as the client takes the type at all.
    /// </summary>
    /// <param name="accept">The header.</param>
    /// <param name="accepted">What the client takes.</param>
    /// <param name="unparsable">The part of the header that is no media type, when that is the reason for false.</param>
    public static bool TryNegotiate(StringValues accept, out AcceptedFormats accepted, out string? unparsable)
    {
        (accepted, unparsable) = (new(ResponseFormat.GraphQLResponse, accept is ["*/*"]), null);
        if (StringValues.IsNullOrEmpty(accept) || accepted.TakesEvents) return true;
        var formats = new HashSet<ResponseFormat>();
        foreach (var text in accept.SelectMany(line =>
            (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!MediaTypeHeaderValue.TryParse(text, out var mediaType))
            {
                unparsable = text;
                return false;
            }
            if (mediaType.Quality == 0) continue;
            switch (mediaType.MediaType.ToString().ToLowerInvariant())
            {
                case "*/*": formats.UnionWith([ResponseFormat.GraphQLResponse, ResponseFormat.EventStream]); break;
                case "application/*" or "application/graphql-response+json": formats.Add(ResponseFormat.GraphQLResponse); break;
                case "application/json": formats.Add(ResponseFormat.Json); break;
                case "text/event-stream": formats.Add(ResponseFormat.EventStream); break;
            }
        }
        if (formats.Count == 0) return false;
        accepted = new(formats.Min(), formats.Contains(ResponseFormat.EventStream));
        return true;
    }
}
