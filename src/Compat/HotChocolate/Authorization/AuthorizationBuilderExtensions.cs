using HotChocolate.Execution.Configuration;
using AspNetOptions = Microsoft.AspNetCore.Authorization.AuthorizationOptions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets schemas use <see cref="HotChocolate.Authorization.AuthorizeAttribute"/>.</summary>
public static class AuthorizationBuilderExtensions
{
    /// <summary>Decides by the application's policies; without it a schema with protected fields does not start.</summary>
    public static IRequestExecutorBuilder AddAuthorization(this IRequestExecutorBuilder builder) => builder.AddAuthorization(_ => { });

    /// <summary>Decides by the application's policies, and adds some.</summary>
    public static IRequestExecutorBuilder AddAuthorization(this IRequestExecutorBuilder builder, Action<AspNetOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddAuthorization(configure);
        builder.Setup().Schema.HasAuthorization = true;
        return builder;
    }

    /// <summary>Protects the fields that nobody wrote.</summary>
    public static IRequestExecutorBuilder ModifyAuthorizationOptions(
        this IRequestExecutorBuilder builder, Action<HotChocolate.Authorization.AuthorizationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        configure(builder.Setup().Schema.Authorization);
        return builder;
    }
}
