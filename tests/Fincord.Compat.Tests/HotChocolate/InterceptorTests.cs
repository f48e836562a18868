using System.Net;
using HotChocolate.AspNetCore;
using HotChocolate.AspNetCore.Subscriptions;
using HotChocolate.AspNetCore.Subscriptions.Protocols;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using HotChocolate.Resolvers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>What the application does with each request, and with each socket, before it runs.</summary>
public sealed class InterceptorTests
{
    private static Task<GraphQLHost> StartAsync(Action<IRequestExecutorBuilder> more) => GraphQLHost.StartAsync(
        builder => more(builder.AddQueryType<StateQuery>().AddSubscriptionType<StateSubscription>()),
        services =>
        {
            services.AddHttpContextAccessor();
            services.AddScoped<Guest>();
        });

    [Fact]
    public async Task A_request_interceptor_gives_resolvers_state()
    {
        await using var host = await StartAsync(builder => builder.AddHttpRequestInterceptor<Zone>());
        host.Client.DefaultRequestHeaders.Add("X-Zone", "Europe/Berlin");

        Assert.Equal(
            """{"zone":"Europe/Berlin","named":"Europe/Berlin","seconds":7,"contextual":"Europe/Berlin","missing":null,"orDefault":"none"}""",
            await host.DataAsync("{ zone named seconds contextual missing orDefault }"));
    }

    [Fact]
    public async Task State_that_is_not_there_is_an_error_where_it_must_not_be_null()
    {
        await using var host = await StartAsync(_ => { });

        var answer = await host.QueryAsync("{ zone missing }");

        Assert.Equal("""{"zone":null,"missing":null}""", answer.GetProperty("data").GetRawText());
        Assert.Equal("""["zone"]""", Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task A_request_interceptor_may_refuse_a_request()
    {
        await using var host = await StartAsync(builder => builder.AddHttpRequestInterceptor<Zone>());
        host.Client.DefaultRequestHeaders.Add("X-Zone", "nowhere");

        using var response = await host.PostAsync(new { query = "{ zone }" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("""{"errors":[{"message":"No such zone.","extensions":{"code":"ZONE"}}]}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_scoped_service_may_look_at_the_request_over_HTTP_and_over_a_socket()
    {
        await using var host = await StartAsync(_ => { });
        host.Client.DefaultRequestHeaders.Add(Authorization.HeaderAuthentication.Header, "ann");
        using var socket = await SocketClient.ConnectAsync(host, user: "bob");

        await socket.SubscribeAsync("1", "{ guest }");
        await socket.SubscribeAsync("2", "subscription { guest }");

        Assert.Equal("""{"guest":"ann"}""", await host.DataAsync("{ guest }"));
        string[] answers = [await socket.ReceiveTextAsync(), await socket.ReceiveTextAsync(), await socket.ReceiveTextAsync(), await socket.ReceiveTextAsync()];
        Assert.Contains("""{"id":"1","type":"next","payload":{"data":{"guest":"bob"}}}""", answers);
        Assert.Contains("""{"id":"2","type":"next","payload":{"data":{"guest":"bob"}}}""", answers);
    }

    [Fact]
    public async Task A_socket_interceptor_may_refuse_a_client_by_what_it_sends_first()
    {
        await using var host = await StartAsync(builder => builder.AddSocketSessionInterceptor<Door>());
        using var client = await SocketClient.ConnectAsync(host, initialize: false);

        await client.SendAsync("""{"type":"connection_init","payload":{"token":"wrong"}}""");

        Assert.Null(await client.ReceiveAsync());
        Assert.Equal(4401, client.CloseCode);
    }

    [Fact]
    public async Task A_socket_interceptor_gives_every_operation_state()
    {
        await using var host = await StartAsync(builder => builder.AddSocketSessionInterceptor<Door>());
        using var client = await SocketClient.ConnectAsync(host, initialize: false);

        await client.SendAsync("""{"type":"connection_init","payload":{"token":"right"}}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.ReceiveTextAsync());
        await client.SubscribeAsync("a", "{ zone }");

        Assert.Equal("""{"id":"a","type":"next","payload":{"data":{"zone":"zone of a"}}}""", await client.ReceiveTextAsync());
        Assert.Equal("""{"id":"a","type":"complete"}""", await client.ReceiveTextAsync());
        await client.SendAsync("""{"type":"ping","payload":{"n":1}}""");
        Assert.Equal("""{"type":"pong","payload":{"door":"open"}}""", await client.ReceiveTextAsync());
    }

    public sealed class Zone : DefaultHttpRequestInterceptor
    {
        public override ValueTask OnCreateAsync(
            HttpContext context, IRequestExecutor requestExecutor, OperationRequestBuilder requestBuilder, CancellationToken cancellationToken)
        {
            if (context.Request.Headers["X-Zone"] == "nowhere")
                throw new GraphQLException(ErrorBuilder.New().SetMessage("No such zone.").SetCode("ZONE").Build());
            requestBuilder.SetGlobalState("zone", context.Request.Headers["X-Zone"].ToString());
            requestBuilder.SetGlobalState("seconds", 6);
            requestBuilder.SetGlobalState("seconds", 7);
            requestBuilder.TryAddGlobalState("seconds", 8);
            return base.OnCreateAsync(context, requestExecutor, requestBuilder, cancellationToken);
        }
    }

    public sealed class Door : DefaultSocketSessionInterceptor
    {
        public override ValueTask<ConnectionStatus> OnConnectAsync(
            ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default) =>
            new(connectionInitMessage.Payload?.GetProperty("token").GetString() == "right" ? ConnectionStatus.Accept() : ConnectionStatus.Reject());

        public override ValueTask OnRequestAsync(
            ISocketSession session, string operationSessionId, OperationRequestBuilder requestBuilder, CancellationToken cancellationToken = default)
        {
            requestBuilder.SetGlobalState("zone", $"zone of {operationSessionId}");
            return base.OnRequestAsync(session, operationSessionId, requestBuilder, cancellationToken);
        }

        public override ValueTask<IReadOnlyDictionary<string, object?>?> OnPingAsync(
            ISocketSession session, IOperationMessagePayload pingMessage, CancellationToken cancellationToken = default) =>
            new(new Dictionary<string, object?> { ["door"] = "open" });
    }

    public sealed class Guest(IHttpContextAccessor accessor)
    {
        public string Name => accessor.HttpContext?.Request.Headers[Authorization.HeaderAuthentication.Header].ToString() ?? "nobody";
    }

    [GraphQLName("Query")]
    public sealed class StateQuery
    {
        public string? Zone([GlobalState] string zone) => zone;

        public string? Named([GlobalState("zone")] string where) => where;

        public int? Seconds([GlobalState] int seconds) => seconds;

        public string? Contextual(IResolverContext context) => (string?)context.ContextData["zone"];

        public string? Missing([GlobalState("nothing")] string? nothing = null) => nothing;

        public string? OrDefault([GlobalState("nothing")] string nothing = "none") => nothing;

        public string Guest(Guest guest) => guest.Name;
    }

    public sealed class StateSubscription
    {
        [Subscribe(With = nameof(OnceAsync))]
        public string Guest([EventMessage] int count, Guest guest) => guest.Name;

        public async IAsyncEnumerable<int> OnceAsync()
        {
            await Task.Yield();
            yield return 1;
        }
    }
}
