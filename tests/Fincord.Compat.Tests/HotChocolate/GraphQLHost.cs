using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HotChocolate.Execution.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>A GraphQL server on a free port of the loopback, and a client of it. Only the public API is used, so the real package passes too.</summary>
public sealed class GraphQLHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private GraphQLHost(WebApplication application, Uri address)
    {
        _application = application;
        Client = new() { BaseAddress = address };
    }

    public HttpClient Client { get; }
    public IServiceProvider Services => _application.Services;
    public Uri SocketAddress => new($"ws://{Client.BaseAddress!.Authority}/graphql");

    public static async Task<GraphQLHost> StartAsync(
        Action<IRequestExecutorBuilder> schema, Action<IServiceCollection>? services = null, Action<WebApplication>? endpoints = null,
        int? maxRequestSize = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        services?.Invoke(builder.Services);
        schema(maxRequestSize is { } size ? builder.Services.AddGraphQLServer(maxAllowedRequestSize: size) : builder.Services.AddGraphQLServer());
        var application = builder.Build();
        application.UseWebSockets();
        application.MapGraphQL();
        endpoints?.Invoke(application);
        await application.StartAsync();
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new(application, new(address));
    }

    /// <summary>Posts a query and reads the answer, whatever its status.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables = null)
    {
        using var response = await PostAsync(new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of an answer that must have no errors, as JSON text.</summary>
    public async Task<string> DataAsync(string query, object? variables = null)
    {
        var answer = await QueryAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetRawText();
    }

    /// <summary>The only error of an answer.</summary>
    public async Task<JsonElement> ErrorAsync(string query, object? variables = null)
    {
        var answer = await QueryAsync(query, variables);
        Assert.True(answer.TryGetProperty("errors", out var errors), answer.ToString());
        return Assert.Single(errors.EnumerateArray());
    }

    public Task<HttpResponseMessage> PostAsync(object body, string? accept = null) =>
        SendAsync(JsonSerializer.Serialize(body), "application/json", accept);

    public async Task<HttpResponseMessage> SendAsync(string body, string contentType, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, contentType) };
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }
}
