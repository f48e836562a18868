using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Execution.Configuration;

/// <summary>Collects what makes up a schema and its server.</summary>
public interface IRequestExecutorBuilder
{
    /// <summary>The schema's name.</summary>
    string Name { get; }

    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }
}

internal sealed class RequestExecutorBuilder(string name, IServiceCollection services, RequestExecutorSetup setup) : IRequestExecutorBuilder
{
    public string Name { get; } = name;
    public IServiceCollection Services { get; } = services;
    public RequestExecutorSetup Setup { get; } = setup;
}
