using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Orleans
{
    /// <summary>Decides whether a client that reached no silo tries again.</summary>
    public interface IClientConnectionRetryFilter
    {
        /// <summary>Whether to try again, after whatever wait it likes; when not, the client's start fails with the exception.</summary>
        Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken);
    }
}

namespace Orleans.Hosting
{
    /// <summary>A port at which a client looks for silos.</summary>
    internal sealed record ClientGateway(int Port);

    /// <summary>Connects a client when its host starts.</summary>
    internal sealed class ClientHostedService(IServiceProvider services, SiloConnection connection, GrainFilters filters) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            filters.Load(services);
            var retry = services.GetService<IClientConnectionRetryFilter>();
            for (;;)
            {
                try
                {
                    _ = connection.Silo;
                    return;
                }
                catch (SiloUnavailableException failure)
                {
                    if (retry is null || !await retry.ShouldRetryConnectionAttempt(failure, cancellationToken)) throw;
                }
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    internal sealed class RetryFunction(Func<Exception, CancellationToken, Task<bool>> decide) : IClientConnectionRetryFilter
    {
        public Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken) => decide(exception, cancellationToken);
    }
}
