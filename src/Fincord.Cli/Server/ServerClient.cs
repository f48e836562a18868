using System.Net.Http.Json;
using System.Text.Json;
using Fincord.Domain.Serialization;
using Fincord.Schemas.Views;

namespace Fincord.Cli.Server;

/// <summary>Asks one server over REST. Answers stay JSON, so that <c>--json</c> prints what the server said, unknown fields included.</summary>
internal sealed class ServerClient(Uri server) : IDisposable
{
    private const int PageSize = 1_000;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);

    // A proxy of the environment is for the world outside, never for a server on this machine.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = !server.IsLoopback, ConnectTimeout = ConnectTimeout })
    {
        BaseAddress = server,
        Timeout = AnswerTimeout,
    };

    /// <summary>What is at a path; throws <see cref="ServerException"/> when refused, unreachable or not understood.</summary>
    public Task<JsonElement> Get(RestPath path, CancellationToken cancellation) => Send(HttpMethod.Get, path, null, cancellation);

    /// <summary>
    /// Asks a server to do something, and what it answered; throws <see cref="ServerException"/> as <see cref="Get"/> does.
    /// </summary>
    /// <param name="method">What is done.</param>
    /// <param name="path">With what.</param>
    /// <param name="body">What is said about it, as JSON; null for nothing.</param>
    /// <param name="cancellation">Gives up waiting; whether it was done is not known then.</param>
    /// <param name="headers">What else is said.</param>
    public async Task<JsonElement> Send(
        HttpMethod method, RestPath path, object? body, CancellationToken cancellation, params (string Name, string? Value)[] headers)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path.ToString());
            if (body is not null) request.Content = JsonContent.Create(body, body.GetType(), options: FincordJson.Options);
            foreach (var (name, value) in headers)
            {
                if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
            }
            using var response = await _http.SendAsync(request, cancellation);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (!response.IsSuccessStatusCode) throw Refusal((int)response.StatusCode, answer);
            return Read<JsonElement>(answer);
        }
        catch (HttpRequestException exception)
        {
            var cause = exception.InnerException?.Message ?? exception.Message;
            throw new ServerException(ServerException.Unreachable, $"{server.GetLeftPart(UriPartial.Authority)} does not answer ({cause}); is it running? ./fincord up starts one.");
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ServerException(ServerException.Unreachable, $"{server.GetLeftPart(UriPartial.Authority)} gave no answer within {AnswerTimeout.TotalSeconds} s.");
        }
    }

    /// <summary>The first <paramref name="limit"/> items of a list, page after page.</summary>
    public async Task<PageView<JsonElement>> GetPages(RestPath path, string? after, int limit, CancellationToken cancellation)
    {
        var results = new List<JsonElement>();
        do
        {
            var next = path.With("after", after).With("limit", Math.Min(PageSize, limit - results.Count).ToString());
            var page = Read<PageView<JsonElement>>(await Get(next, cancellation));
            results.AddRange(page.Results);
            after = page.Results.Count == 0 ? null : page.Next;
        }
        while (after is not null && results.Count < limit);
        return new(results, after);
    }

    /// <summary>An answer as what it should be; throws <see cref="ServerException"/> when it is something else.</summary>
    public T Read<T>(JsonElement answer)
    {
        try
        {
            return answer.Deserialize<T>(FincordJson.Options) ?? throw NotUnderstood();
        }
        catch (JsonException)
        {
            throw NotUnderstood();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private T Read<T>(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, FincordJson.Options) ?? throw NotUnderstood();
        }
        catch (JsonException)
        {
            throw NotUnderstood();
        }
    }

    private ServerException Refusal(int status, byte[] body)
    {
        try
        {
            if (JsonSerializer.Deserialize<ErrorView>(body, FincordJson.Options) is { } error) return new(error.Code, Explain(error));
        }
        catch (JsonException)
        {
            // Not one of our failure bodies: a proxy's page, say.
        }
        return new(ServerException.NotUnderstood, $"{server.GetLeftPart(UriPartial.Authority)} answered {status} without saying why; is it a Fincord server?");
    }

    private static string Explain(ErrorView error) => (error.Limit, error.Actual) switch
    {
        ({ } limit, { } actual) => $"{error.Reason} ({$"{DecimalText.Format(actual)} {error.Unit}".TrimEnd()}; the limit is {DecimalText.Format(limit)})",
        ({ } limit, null) => $"{error.Reason} (the limit is {$"{DecimalText.Format(limit)} {error.Unit}".TrimEnd()})",
        _ => error.Reason,
    };

    private ServerException NotUnderstood() =>
        new(ServerException.NotUnderstood, $"{server.GetLeftPart(UriPartial.Authority)} answered something else than expected; is it a Fincord server of this version?");
}
