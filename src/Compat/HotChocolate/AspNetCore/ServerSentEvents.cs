using System.Buffers;
using HotChocolate.Execution;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.AspNetCore;

/// <summary>Results as Server-Sent Events: <c>next</c> for each, then <c>complete</c> (graphql-sse, distinct connections mode).</summary>
internal static class ServerSentEvents
{
    // Proxies give up on connections that say nothing for half a minute or more.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(12);

    public static async Task WriteSingleAsync(HttpContext context, ExecutionResult result)
    {
        Start(context);
        await WriteNextAsync(context, result);
        await WriteCompleteAsync(context);
    }

    /// <summary>
    /// Streams the events of a subscription until its source ends or the client goes; while there are none, empty comments keep it open. A
    /// subscription that does not start is answered as a query is.
    /// </summary>
    public static async Task StreamAsync(HttpContext context, GraphQLServer server, PreparedRequest request, Caller caller, ResponseFormat single)
    {
        var cancellation = context.RequestAborted;
        var (events, refusal) = await server.Executor.SubscribeAsync(request.Plan!, request.Variables, caller, cancellation);
        if (events is null)
        {
            await HttpResponses.WriteAsync(context, single, refusal!, null);
            return;
        }
        Start(context);
        await context.Response.BodyWriter.FlushAsync(cancellation);
        try
        {
            await using var reader = events.GetAsyncEnumerator(cancellation);
            while (await MoveNextAsync(reader))
            {
                using var result = await server.Executor.ExecuteEventAsync(request.Plan!, request.Variables, caller,
                    reader.Current, cancellation);
                await WriteNextAsync(context, result);
            }
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            using var result = server.Executor.Refuse(exception);
            await WriteNextAsync(context, result);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        await WriteCompleteAsync(context);

        async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<object?> reader)
        {
            var next = reader.MoveNextAsync();
            if (next.IsCompleted) return await next;
            var waiting = next.AsTask();
            while (true)
            {
                try
                {
                    return await waiting.WaitAsync(KeepAlive, server.Time, CancellationToken.None);
                }
                catch (TimeoutException) when (!waiting.IsCompleted)
                {
                    context.Response.BodyWriter.Write(":\n\n"u8);
                    await context.Response.BodyWriter.FlushAsync(CancellationToken.None);   // the source ends when the client has gone
                }
            }
        }
    }

    private static void Start(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
    }

    private static async ValueTask WriteNextAsync(HttpContext context, ExecutionResult result)
    {
        var output = context.Response.BodyWriter;
        output.Write("event: next\ndata: "u8);
        result.WriteTo(output);
        output.Write("\n\n"u8);
        await output.FlushAsync(context.RequestAborted);
    }

    private static async ValueTask WriteCompleteAsync(HttpContext context)
    {
        context.Response.BodyWriter.Write("event: complete\n\n"u8);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
