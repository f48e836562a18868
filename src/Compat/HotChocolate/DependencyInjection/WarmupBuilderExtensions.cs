using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what is done before a schema takes requests.</summary>
public static class WarmupBuilderExtensions
{
    /// <summary>Does something with the schema before it takes requests, unless <paramref name="skipIf"/> says otherwise.</summary>
    public static IRequestExecutorBuilder AddWarmupTask(
        this IRequestExecutorBuilder builder, Func<IRequestExecutor, CancellationToken, Task> warmupFunc, Func<IServiceProvider, bool>? skipIf = null)
    {
        ArgumentNullException.ThrowIfNull(warmupFunc);
        return builder.Add(_ => new FunctionWarmup(warmupFunc), skipIf);
    }

    /// <summary>Lets a class, made with services of the application, do something with the schema before it takes requests.</summary>
    public static IRequestExecutorBuilder AddWarmupTask<T>(this IRequestExecutorBuilder builder, Func<IServiceProvider, bool>? skipIf = null)
        where T : class, IRequestExecutorWarmupTask =>
        builder.Add(services => ActivatorUtilities.CreateInstance<T>(services), skipIf);

    private static IRequestExecutorBuilder Add(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, IRequestExecutorWarmupTask> create, Func<IServiceProvider, bool>? skipIf)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Setup().Warmups.Add(services => skipIf?.Invoke(services) is true ? null : create(services));
        return builder;
    }
}
