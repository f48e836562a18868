using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Orleans.Runtime
{
    /// <summary>Marks interfaces that grains answer without implementing them: an extension object of the activation does.</summary>
    public interface IGrainExtension : IAddressable;

    /// <summary>A call needs an extension that the silo does not have.</summary>
    /// <param name="message">Which.</param>
    public class GrainExtensionNotInstalledException(string message) : OrleansException(message);
}

namespace Orleans.Core.Internal
{
    /// <summary>What every activation can be told: <c>grain.AsReference&lt;IGrainManagementExtension&gt;()</c>.</summary>
    public interface IGrainManagementExtension : IGrainExtension
    {
        /// <summary>Deactivates the activation after its current calls.</summary>
        ValueTask DeactivateOnIdle();
    }

    internal sealed class GrainManagementExtension(IGrainContextAccessor accessor) : IGrainManagementExtension
    {
        public ValueTask DeactivateOnIdle()
        {
            accessor.GrainContext.Deactivate(new(DeactivationReasonCode.ApplicationRequested, "DeactivateOnIdle was called."));
            return default;
        }
    }
}

namespace Orleans.Hosting
{
    /// <summary>Adds extensions of grains.</summary>
    public static class HostingGrainExtensions
    {
        /// <summary>Lets all grains answer the interface; each activation makes its own object when it is first called.</summary>
        public static ISiloBuilder AddGrainExtension<TExtensionInterface, TExtension>(this ISiloBuilder builder)
            where TExtensionInterface : class, IGrainExtension
            where TExtension : class, TExtensionInterface =>
            builder.ConfigureServices(services => services.AddKeyedTransient<IGrainExtension, TExtension>(typeof(TExtensionInterface)));
    }
}
