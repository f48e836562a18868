using Fincord.Contracts.Members;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Api.Grpc;

/// <summary>A call that is being answered.</summary>
public sealed class GrpcCall : IDisposable
{
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _cancellation;

    internal GrpcCall(HttpContext http, TimeProvider time)
    {
        Http = http;
        _deadline = new(GrpcProtocol.TimeoutOf(http.Request) ?? Timeout.InfiniteTimeSpan, time);
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(_deadline.Token, http.RequestAborted);
    }

    /// <summary>Who is calling; throws <see cref="RefusalException"/> when nobody is logged in.</summary>
    public CurrentMember Member => Http.RequestServices.GetRequiredService<CurrentMember>();

    /// <summary>The caller's metadata: the request's headers.</summary>
    public IHeaderDictionary Metadata => Http.Request.Headers;

    /// <summary>Ends when the deadline is over or the caller is gone.</summary>
    public CancellationToken Cancellation => _cancellation.Token;

    internal HttpContext Http { get; }

    internal bool IsOverdue => _deadline.IsCancellationRequested;

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancellation.Dispose();
        _deadline.Dispose();
    }
}
