using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Orleans.Runtime
{
    /// <summary>Work to be done when a silo starts; it may call grains. When it throws, the silo does not start.</summary>
    public interface IStartupTask
    {
        /// <summary>Does it.</summary>
        Task Execute(CancellationToken cancellationToken);
    }
}

namespace Orleans.Hosting
{
    /// <summary>Adds start-up tasks.</summary>
    public static class SiloBuilderStartupExtensions
    {
        /// <summary>Adds a task of this type.</summary>
        public static ISiloBuilder AddStartupTask<TStartup>(this ISiloBuilder builder, int stage = ServiceLifecycleStage.Active)
            where TStartup : class, IStartupTask =>
            builder.AddStartupTask(
                (services, cancellation) => ActivatorUtilities.GetServiceOrCreateInstance<TStartup>(services).Execute(cancellation), stage);

        /// <summary>Adds a task.</summary>
        public static ISiloBuilder AddStartupTask(this ISiloBuilder builder, IStartupTask startupTask, int stage = ServiceLifecycleStage.Active) =>
            builder.AddStartupTask((_, cancellation) => startupTask.Execute(cancellation), stage);

        /// <summary>Adds a task.</summary>
        public static ISiloBuilder AddStartupTask(
            this ISiloBuilder builder, Func<IServiceProvider, CancellationToken, Task> startupTask, int stage = ServiceLifecycleStage.Active) =>
            builder.ConfigureServices(services =>
                services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => new Participant(provider, startupTask, stage)));

        private sealed class Participant(IServiceProvider services, Func<IServiceProvider, CancellationToken, Task> task, int stage)
            : ILifecycleParticipant<ISiloLifecycle>
        {
            public void Participate(ISiloLifecycle lifecycle) =>
                lifecycle.Subscribe(nameof(IStartupTask), stage, cancellation => task(services, cancellation));
        }
    }
}
