using System.Net;
using Fincord.Api.Grpc;
using Fincord.Api.Members;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Grains.Markets;
using Fincord.Grains.Trading;
using Fincord.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using V1 = Fincord.Schemas.Trading.V1;

namespace Fincord.Benchmarks.Trading;

/// <summary>Fincord as far as an order needs it: gRPC on Kestrel, the silo, SQLite in a folder, and a stub as venue.</summary>
internal sealed class OrderHost : IAsyncDisposable
{
    /// <summary>A call that costs what gRPC, its client and its server do, and nothing else.</summary>
    public const string EchoMethod = "/fincord.bench.Echo/PlaceOrder";

    private const string Key = "BENCH:ORDERS";

    private readonly WebApplication _app;

    private OrderHost(WebApplication app, Instrument instrument)
    {
        (_app, Instrument) = (app, instrument);
        Venue = app.Services.GetRequiredService<StubVenue>();
    }

    public Instrument Instrument { get; }

    public StubVenue Venue { get; }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Starts it; accounts are in a PostgreSQL database where one is named.</summary>
    public static async Task<OrderHost> Start(string folder, string? postgreSql)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(storage => (storage.DataFolder, storage.PostgreSql) = (folder, postgreSql));
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering();
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.AddMemoryStreams(MarketStreams.Provider);
        });
        builder.Services.AddMarketGrains();
        builder.Services.AddTradingGrains();
        builder.Services.AddSingleton<StubVenue>();
        builder.Services.AddSingleton<IVenue>(provider => provider.GetRequiredService<StubVenue>());
        builder.Services.AddMembers();
        builder.Services.AddGrpcApi();
        var app = builder.Build();
        app.UseRouting();
        app.UseMembers();
        app.MapGrpcApi();
        var handler = app.Services.GetRequiredService<GrpcHandler>();
        app.MapPost(EchoMethod, http => handler.AnswerOne(http, V1.PlaceOrderRequest.Parser, Echo)).RequireAuthorization(Permissions.OrdersPlace);
        await app.StartAsync();
        return new(app, await MakeMarket(app.Services));
    }

    /// <summary>Opens an account of the local member that sends its orders to the stub, and pays for them.</summary>
    public async Task<AccountId> OpenAccount(int number)
    {
        var id = new AccountId(_app.Services.GetRequiredService<IIdGenerator>().Next());
        var account = _app.Services.GetRequiredService<IGrainFactory>().GetGrain<IAccountGrain>(GrainKeys.Account(id));
        var settings = new AccountSettings(
            $"Trader {number}", LocalMember.Id, StubVenue.VenueName, AccountKind.Cash, MarginMode.Cross, 1, "USD", FeeSchedule.None, RiskLimits.Default);
        await account.Open(new(settings));
        var paid = await account.Pay(new(LocalMember.Id, "pay", "USD", 1_000_000));
        return paid.Refusal is null ? id : throw new InvalidOperationException($"The account was not paid: {paid.Refusal.Detail}");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<Instrument> MakeMarket(IServiceProvider services)
    {
        var now = Timestamp.FromDateTimeOffset(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var instrument = await services.GetRequiredService<IInstrumentRegistry>().Register(InstrumentDefinition.FromKey(InstrumentKey.Parse(Key)), now, default);
        var (price, size) = (PriceOf(instrument), new Quantity(1_000_000));
        var quote = new Quote(now, 1, new(price.Count - 1), size, price, size);
        await services.GetRequiredService<IGrainFactory>().GetGrain<IInstrumentGrain>(GrainKeys.Instrument(instrument.Id))
            .Ingest(new(After: -1, LogOffset: 0, now, [], [], quote, [new("bench", 1)]));
        return instrument;
    }

    private static Task<V1.OrdersResponse> Echo(V1.PlaceOrderRequest request, GrpcCall call) => Task.FromResult(new V1.OrdersResponse
    {
        Orders = { new V1.Order { Id = request.AccountId, AccountId = request.AccountId, Ticket = request.Tickets[0], Status = V1.OrderStatus.Submitted } },
    });

    /// <summary>100.</summary>
    public static Price PriceOf(Instrument instrument) => new(100 * (long)Math.Pow(10, instrument.PriceScale.Digits));
}
