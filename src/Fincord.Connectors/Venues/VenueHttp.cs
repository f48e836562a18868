using System.Net;
using Fincord.Domain.Markets;

namespace Fincord.Connectors.Venues;

/// <summary>An answer of a venue that is neither a refusal for the rate of requests nor a failure of its servers.</summary>
internal sealed record VenueAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}

/// <summary>
/// One account's requests to a venue. It tells apart what surely did not happen from what may have, and sends nothing while the venue has asked
/// for a pause, since asking on makes a pause a ban.
/// </summary>
internal sealed class VenueHttp(HttpMessageInvoker client, TimeProvider time, TimeSpan timeout, Func<HttpResponseMessage, TimeSpan?> pauseAfter)
{
    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(30);

    private long _blockedUntil = long.MinValue;

    /// <summary>Sends; throws <see cref="VenueUnavailableException"/> when there is no answer, and for 429, 418 and 5xx.</summary>
    public async Task<VenueAnswer> Send(HttpRequestMessage request, CancellationToken cancellation)
    {
        var now = time.Now();
        if (now.Nanoseconds < Interlocked.Read(ref _blockedUntil))
            throw new VenueUnavailableException($"The venue asked for no requests before {new Timestamp(Interlocked.Read(ref _blockedUntil))}.", mayHaveHappened: false);
        using var timer = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            using var response = await client.SendAsync(request, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            if (response.StatusCode is HttpStatusCode.TooManyRequests or (HttpStatusCode)418)
            {
                Block(response.Headers.RetryAfter?.Delta ?? DefaultPause);
                throw new VenueUnavailableException($"The venue takes no more requests for now ({(int)response.StatusCode}).", mayHaveHappened: false);
            }
            if (pauseAfter(response) is { } pause) Block(pause);
            if ((int)response.StatusCode >= 500)
                throw new VenueUnavailableException($"The venue failed with {(int)response.StatusCode}.", mayHaveHappened: true);
            return new(response.StatusCode, body);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new VenueUnavailableException($"The venue did not answer within {timeout}.", mayHaveHappened: true, exception);
        }
        catch (HttpRequestException exception)
        {
            var neverSent = exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            throw new VenueUnavailableException("The venue could not be reached.", !neverSent, exception);
        }
        catch (IOException exception)
        {
            throw new VenueUnavailableException("The venue's answer was lost.", mayHaveHappened: true, exception);
        }
    }

    private void Block(TimeSpan pause) => Interlocked.Exchange(ref _blockedUntil, (time.Now() + pause).Nanoseconds);
}
