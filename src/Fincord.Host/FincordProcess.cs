using Fincord.Api;
using Fincord.Api.GraphQL;
using Fincord.Api.Grpc;
using Fincord.Api.Members;
using Fincord.Api.Trading;
using Fincord.Connectors;
using Fincord.Connectors.Files;
using Fincord.Connectors.Venues;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Members;
using Fincord.Domain.Trading;
using Fincord.Grains.Markets;
using Fincord.Grains.Trading;
using Fincord.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Fincord.Host;

/// <summary>One process of Fincord, from its arguments to its exit code.</summary>
internal static class FincordProcess
{
    private const int Success = 0;
    private const int CannotStart = 2;

    /// <summary>Runs until it is told to stop. What the user can mend ends it with one line and exit code 2.</summary>
    public static async Task<int> Run(HostArguments arguments)
    {
        try
        {
            await using var app = Build(arguments);
            using var secondInterrupt = new SecondInterrupt();
            await Start(app);
            var (account, isNew) = await app.Services.GetRequiredService<LocalAccount>().Open();
            await Console.Out.WriteLineAsync($"Fincord is ready at {app.Urls.First()}");
            await Console.Out.WriteLineAsync($"gRPC is served at {app.Urls.Last()}");
            await Console.Out.WriteLineAsync($"No authentication is configured: whoever asks from this machine is the local member, who may do {Rights(app)}.");
            await Console.Out.WriteLineAsync($"{(isNew ? "Opened the" : "There is a")} paper account {account.Settings!.Name} with {Money(account)}. Try: ./fincord order place SIM:BTCUSD buy 0.1");
            foreach (var venue in VenueNames.Describe(app.Services.GetRequiredService<IOptions<VenueOptions>>().Value))
                await Console.Out.WriteLineAsync($"Orders are also taken for {venue}.");
            await app.WaitForShutdownAsync();
            return Success;
        }
        catch (Exception exception) when (Explain(exception) is { } reason)
        {
            await Console.Error.WriteLineAsync($"fincord: {reason.ReplaceLineEndings(" ")}");
            return CannotStart;
        }
    }

    private static async Task Start(WebApplication app)
    {
        app.Services.GetRequiredService<IEventLog>();        // opens the data folder: without it nothing is to be started
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // What had started before the failure ends in order, too; what had not may refuse, but the failure is what is to be told.
            await app.StopAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    /// <summary>The table of contents of the process. Services stop in the reverse of this order: the web server, which comes by itself, is first.</summary>
    private static WebApplication Build(HostArguments arguments)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddFincord(arguments);
        builder.Logging.AddFincord(builder.Configuration);

        builder.AddHost();
        builder.AddStorage();
        builder.AddSilo();
        builder.Services.AddMarketGrains();
        builder.Services.AddMarketIngest();
        builder.Services.AddTradingGrains();
        builder.Services.AddLiveVenues(builder.Configuration, Random.Shared.NextDouble);
        builder.Services.AddTradingRecovery();
        builder.Services.AddMarketFeeds(arguments.Replays, Console.Out);
        builder.Services.AddApi(builder.Configuration.GetSection(GraphQLOptions.Section).Get<GraphQLOptions>());
        builder.Services.AddGrpcApi();
        builder.Services.AddHealth();

        var app = builder.Build();
        app.UseApi();
        app.UseWebSite();       // before routing, because files are left alone where an endpoint was found
        app.UseRouting();
        app.UseMembers();       // after routing, because the endpoint that was found names its permission
        app.MapApi();
        app.MapGrpcApi();
        app.MapHealth();
        return app;
    }

    private static string Money(AccountState account) =>
        string.Join(" and ", account.Cash.Select(cash => $"{cash.Value:#,0.##} {cash.Key}").DefaultIfEmpty("no money"));

    private static string Rights(WebApplication app)
    {
        var permissions = app.Services.GetRequiredService<IOptions<MemberOptions>>().Value.ReadLocalPermissions();
        return permissions.SetEquals(Permissions.All) ? "everything" : string.Join(' ', permissions.Order(StringComparer.Ordinal).DefaultIfEmpty("nothing"));
    }

    private static string? Explain(Exception exception) => exception switch
    {
        StartException or StorageException or MarketFileException => exception.Message,
        OptionsValidationException invalid => string.Join(" ", invalid.Failures),
        IOException { InnerException: AddressInUseException } inUse => inUse.Message.TrimEnd('.') + "; --port or --grpc-port chooses another.",
        InvalidDataException { InnerException: { } cause } => $"{exception.Message} {cause.GetBaseException().Message}",
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => exception.Message,
        _ => null,
    };
}
