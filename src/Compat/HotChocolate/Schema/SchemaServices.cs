namespace HotChocolate.Schemas;

/// <summary>The services of a schema.</summary>
internal sealed class SchemaServices(params IReadOnlyList<object> services) : IServiceProvider
{
    public object? GetService(Type serviceType) => services.FirstOrDefault(serviceType.IsInstanceOfType);
}
