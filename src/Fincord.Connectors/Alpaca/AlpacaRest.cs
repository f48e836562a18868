using System.Globalization;
using System.Net;
using System.Text.Json;
using Fincord.Connectors.Venues;
using Fincord.Contracts.Trading;

namespace Fincord.Connectors.Alpaca;

/// <summary>Alpaca's REST: each request carries the key and its secret in headers.</summary>
internal sealed class AlpacaRest
{
    private readonly VenueEndpoint _endpoint;
    private readonly VenueCredential _credential;
    private readonly TimeProvider _time;
    private readonly VenueHttp _http;

    public AlpacaRest(VenueEndpoint endpoint, VenueCredential credential, HttpMessageInvoker client, TimeProvider time, VenueOptions options)
    {
        (_endpoint, _credential, _time) = (endpoint, credential, time);
        _http = new(client, time, options.RequestTimeout, PauseAfter);
    }

    /// <summary>The answer; null for one without content, and for 404 to a question. Throws <see cref="VenueRefusedException"/>.</summary>
    public async Task<JsonElement?> Send(HttpMethod method, string pathAndQuery, object? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, _endpoint.Rest + pathAndQuery);
        request.Headers.Add("APCA-API-KEY-ID", _credential.Key);
        request.Headers.Add("APCA-API-SECRET-KEY", _credential.Secret);
        if (content is not null) request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(content)) { Headers = { ContentType = new("application/json") } };
        var answer = await _http.Send(request, cancellation);
        if (answer.Status is HttpStatusCode.NotFound && method == HttpMethod.Get) return null;
        if (!answer.IsSuccess) throw AlpacaErrors.ToRefusal(answer);
        try
        {
            return answer.Body.IsEmpty ? null : VenueJson.Parse(answer.Body);
        }
        catch (VenueFormatException exception)
        {
            throw new VenueUnavailableException("Alpaca's answer cannot be read.", mayHaveHappened: true, exception);
        }
    }

    // When nothing is left of the allowance the next request waits for the moment that Alpaca names.
    private TimeSpan? PauseAfter(HttpResponseMessage response) =>
        Header(response, "X-RateLimit-Remaining") == 0 && Header(response, "X-RateLimit-Reset") is { } reset
            ? TimeSpan.FromMilliseconds(Math.Max(0, reset * 1_000 - _time.GetUtcNow().ToUnixTimeMilliseconds()))
            : null;

    private static long? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
