using System.Collections.Concurrent;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using HotChocolate.Execution.Instrumentation;
using HotChocolate.Resolvers;
using Microsoft.Extensions.DependencyInjection;
using RequestContext = HotChocolate.Execution.RequestContext;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>What a server does around its requests.</summary>
public sealed class ServerTests
{
    private readonly Journal _journal = new();

    private Task<GraphQLHost> StartAsync(Action<IRequestExecutorBuilder> more) => GraphQLHost.StartAsync(
        builder => more(builder.AddQueryType<Work>().AddApplicationService<Journal>()), services => services.AddSingleton(_journal));

    [Fact]
    public async Task A_listener_hears_how_a_request_goes()
    {
        await using var host = await StartAsync(builder => builder.AddDiagnosticEventListener<Listener>());

        await host.DataAsync("{ done }");

        Assert.Equal(["request", "validate", "validated", "execute", "executed", "answered"], _journal.Entries);
    }

    [Fact]
    public async Task A_listener_hears_of_errors_of_documents_and_of_resolvers()
    {
        await using var host = await StartAsync(builder => builder.AddDiagnosticEventListener<Listener>());

        await host.QueryAsync("{ nothing }");
        await host.QueryAsync("{ broken }");
        await host.QueryAsync("{ refused }");

        Assert.Equal(
            ["1 validation errors", "broken: InvalidOperationException", "refused: "],
            _journal.Entries.Where(entry => entry.Contains("errors", StringComparison.Ordinal) || entry.Contains(':', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_warms_up_before_it_takes_requests()
    {
        await using var host = await StartAsync(builder => builder
            .AddWarmupTask((executor, _) =>
            {
                _journal.Entries.Enqueue($"warm {executor.Schema.ToString()!.Contains("done", StringComparison.Ordinal)}");
                return Task.CompletedTask;
            })
            .AddWarmupTask<Warmup>());

        Assert.Equal(["warm True", "warm too"], _journal.Entries);
    }

    [Fact]
    public async Task A_server_that_cannot_warm_up_does_not_start() => await Assert.ThrowsAnyAsync<Exception>(async () =>
    {
        await using var host = await StartAsync(builder => builder.AddWarmupTask((_, _) => throw new InvalidOperationException("cold")));
    });

    [Fact]
    public async Task Fields_may_be_sorted_and_descriptions_left_out()
    {
        await using var host = await StartAsync(builder => builder.ModifyOptions(options =>
        {
            options.SortFieldsByName = true;
            options.UseXmlDocumentation = false;
        }));

        var schema = (await host.Services.GetRequestExecutorAsync()).Schema.ToString()!.ReplaceLineEndings("\n");

        Assert.Contains("type Work {\n  broken: Int\n  done: String!\n  refused: Int\n}", schema, StringComparison.Ordinal);
    }

    public sealed class Journal
    {
        public ConcurrentQueue<string> Entries { get; } = new();

        public IDisposable Span(string begin, string end)
        {
            Entries.Enqueue(begin);
            return new Ending(() => Entries.Enqueue(end));
        }

        private sealed class Ending(Action end) : IDisposable
        {
            public void Dispose() => end();
        }
    }

    public sealed class Listener(Journal journal) : ExecutionDiagnosticEventListener
    {
        public override IDisposable ExecuteRequest(RequestContext context) => journal.Span("request", "answered");

        public override IDisposable ValidateDocument(RequestContext context) => journal.Span("validate", "validated");

        public override void ValidationErrors(RequestContext context, IReadOnlyList<IError> errors) =>
            journal.Entries.Enqueue($"{errors.Count} validation errors");

        public override IDisposable ExecuteOperation(RequestContext context) => journal.Span("execute", "executed");

        public override void ResolverError(IMiddlewareContext context, IError error) =>
            journal.Entries.Enqueue($"{error.Path}: {error.Exception?.GetType().Name}".TrimStart('/'));
    }

    public sealed class Warmup(Journal journal) : IRequestExecutorWarmupTask
    {
        public bool ApplyOnlyOnStartup => true;

        public Task WarmupAsync(IRequestExecutor executor, CancellationToken cancellationToken)
        {
            journal.Entries.Enqueue("warm too");
            return Task.CompletedTask;
        }
    }

    public sealed class Work
    {
        /// <summary>What is done.</summary>
        public string Done => "done";

        public int? Broken() => throw new InvalidOperationException("broken");

        public int? Refused() => throw new GraphQLException("refused");
    }
}
