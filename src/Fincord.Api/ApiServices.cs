using Fincord.Api.GraphQL;
using Fincord.Api.Http;
using Fincord.Api.Markets;
using Fincord.Api.Members;
using Fincord.Api.Trading;
using Fincord.Domain.Markets;
using Fincord.Schemas.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fincord.Api;

/// <summary>Registers and maps the API: GraphQL at <c>/graphql</c>, REST below <c>/api/v1</c>, the OpenAPI document at <c>/openapi/v1.json</c>.</summary>
public static class ApiServices
{
    /// <summary>Registers what the endpoints need. The role <c>api</c>.</summary>
    /// <param name="services">The process's services.</param>
    /// <param name="graphQL">What GraphQL requests may do; null for the defaults.</param>
    public static IServiceCollection AddApi(this IServiceCollection services, GraphQLOptions? graphQL = null)
    {
        graphQL ??= new();
        graphQL.Check();
        services.AddSingleton(Options.Create(graphQL));
        services.AddMembers();
        services.AddSingleton<MarketReader>();
        services.AddSingleton<MarketHub>();
        services.AddHostedService(provider => provider.GetRequiredService<MarketHub>());
        services.AddTrading();
        services.ConfigureHttpJsonOptions(options => FincordJson.Configure(options.SerializerOptions));
        services.AddExceptionHandler<RefusalExceptionHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);     // so that a bad body, too, gets the one shape of every failure
        services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Fincord";
            document.Info.Version = "v1";
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
        services.AddGraphQLServer(maxAllowedRequestSize: graphQL.MaxRequestSize)
            .AddQueryType<Query>()
            .AddMutationType<Mutation>()
            .AddSubscriptionType<Subscription>()
            .AddTypeExtension<MemberQueries>()
            .AddTypeExtension<MarketQueries>()
            .AddTypeExtension<MarketSubscriptions>()
            .AddTypeExtension<InstrumentFields>()
            .AddType<InstrumentNode>()
            .AddType<QuoteType>()
            .AddType<CandleType>()
            .AddDataLoader<MarketStateById>()
            .AddTrading()
            .BindRuntimeType<decimal, DecimalScalar>()
            .BindRuntimeType<Timestamp, TimestampScalar>()
            .AddGlobalObjectIdentification()
            .AddApplicationService<ILogger<RefusalErrorFilter>>()
            .AddErrorFilter<RefusalErrorFilter>()
            .AddAuthorization()
            .AddProtection(graphQL)
            .AddInMemorySubscriptions();
        return services;
    }

    /// <summary>The checks that every request passes, in front of all endpoints.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseMiddleware<HostAndOriginCheck>();
        app.UseMiddleware<RequestSizeLimit>();
        return app.UseWebSockets();
    }

    /// <summary>Maps the endpoints.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGraphQL("/graphql").AllowAnonymous();        // each field names its own permission
        routes.MapMarkets();
        routes.MapAccounts();
        routes.MapFigures();
        routes.MapRisk();
        routes.MapInstrumentTerms();
        routes.MapInstrumentActions();
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        routes.Map("/api/{**path}", Refusal.NotFound).ExcludeFromDescription().AllowAnonymous();
        return routes;
    }
}
