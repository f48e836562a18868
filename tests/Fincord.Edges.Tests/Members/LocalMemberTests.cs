using System.Net;
using Fincord.Api.Http;
using Fincord.Api.Members;
using Fincord.Contracts.Members;
using Fincord.Schemas.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fincord.Edges.Tests.Members;

/// <summary>Who is asking where no authentication is configured: the local member, from this machine, and nobody from elsewhere.</summary>
public sealed class LocalMemberTests
{
    [Fact]
    public async Task From_this_machine_everything_is_allowed()
    {
        var (status, body) = await Ask("127.0.0.1", "all");

        Assert.Equal((200, $"local {LocalMember.Id}"), (status, body));
    }

    [Fact]
    public async Task From_elsewhere_nobody_is_logged_in()
    {
        var (status, body) = await Ask("192.0.2.7", "all");

        Assert.Equal((401, """{"error":401,"reason":"Log in first.","code":"UNAUTHENTICATED"}"""), (status, body));
    }

    [Fact]
    public async Task Without_the_permission_the_refusal_names_it()
    {
        var (status, body) = await Ask("::1", Permissions.MarketsRead);

        Assert.Equal((403, """{"error":403,"reason":"This needs the permission account.read.","code":"PERMISSION_DENIED"}"""), (status, body));
    }

    [Fact]
    public async Task A_service_that_asks_for_a_member_where_there_is_none_is_refused()
    {
        var (status, body) = await Ask("192.0.2.7", "all", "/open");

        Assert.Equal((401, """{"error":401,"reason":"Log in first.","code":"UNAUTHENTICATED"}"""), (status, body));
    }

    [Fact]
    public async Task A_permission_that_does_not_exist_keeps_the_host_from_starting()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Ask("127.0.0.1", "markets.rule"));

        Assert.Contains("'markets.rule'", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Body)> Ask(string caller, string permissions, string path = "/mine")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Members:LocalPermissions"] = permissions });
        builder.Services.AddMembers();
        builder.Services.ConfigureHttpJsonOptions(options => FincordJson.Configure(options.SerializerOptions));
        builder.Services.AddExceptionHandler<RefusalExceptionHandler>();
        await using var app = builder.Build();
        app.UseExceptionHandler(_ => { });
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(caller);
            return next(http);
        });
        app.UseRouting();
        app.UseMembers();
        app.MapGet("/mine", (CurrentMember member) => $"{member.Name} {member.Id}").RequireAuthorization(Permissions.AccountRead);
        app.MapGet("/open", (CurrentMember member) => member.Name);
        await app.StartAsync();
        using var client = app.GetTestClient();
        using var response = await client.GetAsync(path);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
