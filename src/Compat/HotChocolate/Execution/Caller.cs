using System.Collections.Concurrent;
using System.Security.Claims;
using HotChocolate.Execution.Instrumentation;
using Microsoft.AspNetCore.Http;

namespace HotChocolate.Execution;

/// <summary>Who sent a request: where its services come from, who is logged in, and the state that interceptors gave it.</summary>
internal sealed class Caller(IServiceProvider services, ClaimsPrincipal? user, ConcurrentDictionary<string, object?>? state)
{
    private readonly HttpContext? _context;

    /// <summary>A caller over HTTP, or one operation of a socket, to which no interceptor has added anything.</summary>
    public Caller(HttpContext context, IServiceProvider services)
        : this(services, null, null) => _context = context;

    public IServiceProvider Services => services;

    /// <summary>Where those hear of the request who listen; null where nobody does.</summary>
    public RequestRun? Run { get; set; }

    /// <summary>The user of the request, logged in or not; null where nobody has said.</summary>
    public ClaimsPrincipal? User => user ?? _context?.User;

    /// <summary>What is shared by the resolvers of the request, by name.</summary>
    public IDictionary<string, object?> State =>
        field ?? Interlocked.CompareExchange(ref field, state ?? InitialState(), null) ?? field;

    private ConcurrentDictionary<string, object?> InitialState()
    {
        var initial = new ConcurrentDictionary<string, object?>(StringComparer.Ordinal);
        if (_context is null) return initial;
        initial[nameof(HttpContext)] = _context;
        initial[nameof(ClaimsPrincipal)] = _context.User;
        return initial;
    }
}
