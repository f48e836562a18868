using System.Collections.Concurrent;
using System.Net.WebSockets;
using HotChocolate.Execution;
using HotChocolate.Language;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.AspNetCore.WebSockets;

/// <content>The operations of a client.</content>
internal sealed partial class SocketSession
{
    private readonly ConcurrentDictionary<string, Operation> _operations = new();

    private sealed class Operation(CancellationTokenSource cancellation)
    {
        public CancellationTokenSource Cancellation => cancellation;
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Starts an operation; false if its id is taken.</summary>
    private bool Subscribe(string id, ReadOnlyMemory<byte> payload)
    {
        var operation = new Operation(CancellationTokenSource.CreateLinkedTokenSource(_isOver));
        if (!_operations.TryAdd(id, operation))
        {
            operation.Cancellation.Dispose();
            return false;
        }
        // The bytes are read before the first wait: the receiving loop reuses their buffer.
        _ = RunOperationAsync(id, RequestParser.ParseAsync(payload, _server.Executor, operation.Cancellation.Token), operation);
        return true;
    }

    private async ValueTask CompleteAsync(string id)
    {
        // The id is free at once; what the operation still sends is dropped by its cancellation.
        if (_operations.TryRemove(id, out var operation)) await operation.Cancellation.CancelAsync();
    }

    private async Task StopOperationsAsync()
    {
        foreach (var operation in _operations.Values) await operation.Ended.Task;
    }

    private async Task RunOperationAsync(string id, ValueTask<PreparedRequest> parsing, Operation operation)
    {
        var cancellation = operation.Cancellation.Token;
        try
        {
            using (var request = await parsing)
            {
                await using var scope = _client.RequestServices.CreateAsyncScope();
                if (await AnswerAsync(id, request, scope.ServiceProvider, cancellation)) await SendMessageAsync("complete", id, null, cancellation);
            }
            if (_server.Executor.SocketInterceptor is { } interceptor) await interceptor.OnCompleteAsync(_client, id, CancellationToken.None);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The client has ended the operation or is gone.
        }
        finally
        {
            _operations.TryRemove(new(id, operation));
            operation.Ended.SetResult();
            operation.Cancellation.Dispose();
        }
    }

    // Whether the operation ends with `complete`; after an `error` there is none.
    private async ValueTask<bool> AnswerAsync(string id, PreparedRequest request, IServiceProvider services, CancellationToken cancellation)
    {
        if (request.Plan is not { } plan)
        {
            await SendMessageAsync("error", id, request.Refusal!, cancellation);
            return false;
        }
        try
        {
            if (await CallerAsync(id, services, cancellation) is not { } caller) return false;
            caller.Run = request.Run;
            if (plan.Type != OperationType.Subscription)
            {
                using var single = await _server.ExecuteAsync(request, caller, cancellation);
                await SendMessageAsync(single.IsExecuted ? _protocol.Next : "error", id, single, cancellation);
                return single.IsExecuted;
            }
            var (events, refusal) = await _server.Executor.SubscribeAsync(plan, request.Variables, caller, cancellation);
            if (events is null)
            {
                await SendMessageAsync("error", id, refusal!, cancellation);
                return false;
            }
            await foreach (var message in events.WithCancellation(cancellation))
            {
                using var result = await _server.Executor.ExecuteEventAsync(plan, request.Variables, caller, message, cancellation);
                await SendMessageAsync(_protocol.Next, id, result, cancellation);
            }
            return true;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or WebSocketException)
            && !cancellation.IsCancellationRequested)
        {
            // After the first event an `error` would be against the protocol: the failure is the last event.
            using var failure = _server.Executor.Refuse(exception);
            await SendMessageAsync(_protocol.Next, id, failure, cancellation);
            return true;
        }
    }

    // Null: the interceptor has refused the operation, and the client has been told.
    private async ValueTask<Caller?> CallerAsync(string id, IServiceProvider services, CancellationToken cancellation)
    {
        if (_server.Executor.SocketInterceptor is not { } interceptor) return new(_client.HttpContext, services);
        var builder = new OperationRequestBuilder();
        try
        {
            await interceptor.OnRequestAsync(_client, id, builder, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            using var refusal = _server.Executor.Refuse(exception);
            await SendMessageAsync("error", id, refusal, cancellation);
            return null;
        }
        return builder.Build(services);
    }

    private async ValueTask SendMessageAsync(string type, string id, ExecutionResult? result, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var message = new ResultWriter();
        message.Raw("{\"id\":"u8);
        message.String(id);
        message.Raw(",\"type\":\""u8);
        message.Raw(System.Text.Encoding.ASCII.GetBytes(type));
        message.Byte((byte)'"');
        if (result is not null)
        {
            message.Raw(",\"payload\":"u8);
            if (type == "error" && !_protocol.SendsErrorList) ExecutionResult.WriteError(message, result.Errors[0]);
            else if (type == "error") ExecutionResult.WriteErrors(message, result.Errors);
            else result.WriteTo(message);
        }
        message.Byte((byte)'}');
        await SendAsync(message.Written);
    }
}
