using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fincord.Connectors.Venues;
using Fincord.Contracts.Trading;

namespace Fincord.Connectors.Binance;

/// <summary>
/// Binance's signed REST: the query carries the moment by the venue's clock and for how long it holds, and HMAC-SHA256 of all of it in hex. The
/// clock's offset is asked for at first, and again when the venue says that a timestamp is wrong.
/// </summary>
internal sealed class BinanceRest
{
    private const int MillisecondsPerMinute = 60_000;

    private readonly BinanceMarket _market;
    private readonly VenueEndpoint _endpoint;
    private readonly VenueCredential _credential;
    private readonly TimeProvider _time;
    private readonly TimeSpan _receiveWindow;
    private readonly VenueHttp _http;
    private long? _offset;

    public BinanceRest(BinanceMarket market, VenueEndpoint endpoint, VenueCredential credential, HttpMessageInvoker client, TimeProvider time, VenueOptions options)
    {
        (_market, _endpoint, _credential, _time, _receiveWindow) = (market, endpoint, credential, time, options.ReceiveWindow);
        _http = new(client, time, options.RequestTimeout, PauseAfter);
    }

    /// <summary>The answer to a signed request. A wrong timestamp is mended once: such a request was not carried out.</summary>
    public async Task<JsonElement> Signed(HttpMethod method, string path, IEnumerable<(string Name, string? Value)> parameters, CancellationToken cancellation)
    {
        var given = parameters.Where(parameter => parameter.Value is not null).ToList();
        for (var isSecond = false; ; isSecond = true)
        {
            var now = await VenueNow(cancellation);
            var query = Join([.. given, ("recvWindow", ((long)_receiveWindow.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)), ("timestamp", now)]);
            try
            {
                return await Send(method, $"{path}?{query}&signature={Sign(query)}", cancellation);
            }
            catch (VenueRefusedException refusal) when (refusal.VenueCode == "-1021")
            {
                if (isSecond) throw new VenueUnavailableException(refusal.Message, mayHaveHappened: false, refusal);
                _offset = null;
            }
        }
    }

    /// <summary>The answer to a request that names only the key, or nobody.</summary>
    public Task<JsonElement> Keyed(HttpMethod method, string path, IEnumerable<(string Name, string? Value)> parameters, CancellationToken cancellation) =>
        Send(method, $"{path}?{Join(parameters)}", cancellation);

    /// <summary>The parameters of a signed call of the WebSocket API: they are signed in the order of their names.</summary>
    public async Task<SortedDictionary<string, object>> SignedCall(CancellationToken cancellation)
    {
        var call = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["apiKey"] = _credential.Key,
            ["recvWindow"] = (long)_receiveWindow.TotalMilliseconds,
            ["timestamp"] = long.Parse(await VenueNow(cancellation), CultureInfo.InvariantCulture),
        };
        call["signature"] = Sign(string.Join('&', call.Select(parameter => $"{parameter.Key}={parameter.Value}")));
        return call;
    }

    private async Task<JsonElement> Send(HttpMethod method, string pathAndQuery, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, _endpoint.Rest + pathAndQuery);
        if (_credential.Key.Length > 0) request.Headers.Add("X-MBX-APIKEY", _credential.Key);
        var answer = await _http.Send(request, cancellation);
        if (!answer.IsSuccess) throw Refusal(answer);
        try
        {
            return VenueJson.Parse(answer.Body);
        }
        catch (VenueFormatException exception)
        {
            throw new VenueUnavailableException("Binance's answer cannot be read.", mayHaveHappened: true, exception);
        }
    }

    private static Exception Refusal(VenueAnswer answer)
    {
        try
        {
            var error = VenueJson.Parse(answer.Body);
            return BinanceErrors.ToException((int)error.Whole("code"), error.Text("msg"));
        }
        catch (VenueFormatException exception)
        {
            return new VenueUnavailableException($"Binance answered {(int)answer.Status} without a code.", mayHaveHappened: true, exception);
        }
    }

    private async Task<string> VenueNow(CancellationToken cancellation)
    {
        if (_offset is null)
        {
            var before = _time.GetUtcNow().ToUnixTimeMilliseconds();
            var server = (await Send(HttpMethod.Get, _market.Api + "/time", cancellation)).Whole("serverTime");
            _offset = server - (before + _time.GetUtcNow().ToUnixTimeMilliseconds()) / 2;
        }
        return (_time.GetUtcNow().ToUnixTimeMilliseconds() + _offset.Value).ToString(CultureInfo.InvariantCulture);
    }

    private string Sign(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_credential.Secret), Encoding.UTF8.GetBytes(text)));

    private static string Join(IEnumerable<(string Name, string? Value)> parameters) =>
        string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));

    // At nine tenths of the weight that a minute allows nothing more is sent in it.
    private TimeSpan? PauseAfter(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-MBX-USED-WEIGHT-1M", out var values)
        && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var used) && used >= _market.WeightLimit * 9 / 10
            ? TimeSpan.FromMilliseconds(MillisecondsPerMinute - _time.GetUtcNow().ToUnixTimeMilliseconds() % MillisecondsPerMinute)
            : null;
}
