using HotChocolate.Execution.Processing;
using HotChocolate.Resolvers;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Execution.Instrumentation;

/// <summary>A request that somebody listens to, from its document to its answer.</summary>
internal sealed class RequestRun : IDisposable
{
    private readonly IReadOnlyList<ExecutionDiagnosticEventListener> _listeners;
    private readonly RequestContext _context;
    private readonly IDisposable _whole;

    public RequestRun(IReadOnlyList<ExecutionDiagnosticEventListener> listeners, ISchemaDefinition schema)
    {
        _listeners = listeners;
        _context = new(schema);
        _whole = All(listener => listener.ExecuteRequest(_context));
    }

    public IDisposable Validate() => All(listener => listener.ValidateDocument(_context));

    public IDisposable Execute() => All(listener => listener.ExecuteOperation(_context));

    public void IsInvalid(IReadOnlyList<IError> errors)
    {
        foreach (var listener in _listeners) listener.ValidationErrors(_context, errors);
    }

    public void HasFailed(RequestState request, IError error)
    {
        var field = new FailedField(request, error.Path ?? Path.Root);
        foreach (var listener in _listeners) listener.ResolverError(field, error);
    }

    public void Dispose() => _whole.Dispose();

    private Spans All(Func<ExecutionDiagnosticEventListener, IDisposable> begin) => new([.. _listeners.Select(begin)]);

    private sealed class Spans(IReadOnlyList<IDisposable> spans) : IDisposable
    {
        public void Dispose()
        {
            for (var i = spans.Count - 1; i >= 0; i--) spans[i].Dispose();
        }
    }

    // Fields report their failure when the result is written, and then nothing is left of the call but its place.
    private sealed class FailedField(RequestState request, Path path) : IMiddlewareContext
    {
        public IServiceProvider Services => request.Services;
        public IDictionary<string, object?> ContextData => request.Caller.State;
        public Selection Selection => new(path.ToList().OfType<string>().LastOrDefault() ?? "");
        public CancellationToken RequestAborted => request.Cancellation;

        public T Parent<T>() => throw Over();

        public T ArgumentValue<T>(string name) => throw Over();

        public T Service<T>() where T : notnull => Services.GetRequiredService<T>();

        public T Service<T>(object key) where T : notnull => Services.GetRequiredKeyedService<T>(key);

        private InvalidOperationException Over() => new($"The call of `{path}` is over; its object and arguments are gone.");
    }
}
