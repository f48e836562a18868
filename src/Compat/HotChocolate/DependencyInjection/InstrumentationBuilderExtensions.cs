using HotChocolate.Execution.Configuration;
using HotChocolate.Execution.Instrumentation;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers listeners.</summary>
public static class InstrumentationBuilderExtensions
{
    /// <summary>Lets a class, an <see cref="ExecutionDiagnosticEventListener"/> made once with services of the application, hear how requests go.</summary>
    public static IRequestExecutorBuilder AddDiagnosticEventListener<T>(this IRequestExecutorBuilder builder) where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!typeof(T).IsSubclassOf(typeof(ExecutionDiagnosticEventListener))) throw new NotSupportedException("The diagnostic listener is not supported.");
        builder.Setup().Listeners.Add(services => (ExecutionDiagnosticEventListener)(object)ActivatorUtilities.GetServiceOrCreateInstance<T>(services));
        return builder;
    }
}
