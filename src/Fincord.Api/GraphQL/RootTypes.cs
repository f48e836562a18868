using System.Reflection;
using HotChocolate.Authorization;

namespace Fincord.Api.GraphQL;

/// <summary>Questions. Each noun extends it.</summary>
public sealed class Query
{
    /// <summary>The version of this server.</summary>
    [AllowAnonymous]
    public string Version => typeof(Query).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}

/// <summary>What can be done. Each noun extends it.</summary>
public sealed class Mutation;

/// <summary>What can be watched. Each noun extends it.</summary>
public sealed class Subscription;
