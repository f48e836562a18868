using System.Diagnostics;
using Orleans.Diagnostics;
using Orleans.Runtime;

namespace Orleans.Diagnostics
{
    /// <summary>An activity for each call, named and tagged as an RPC.</summary>
    internal abstract class ActivityOfCalls
    {
        protected static string NameOf(IGrainCallContext call) => $"{call.Request.GetInterfaceType().Name}/{call.MethodName}";

        protected static async Task Run(IGrainCallContext call, Activity activity)
        {
            activity.SetTag("rpc.system.name", "orleans");
            activity.SetTag("orleans.rpc.service", call.InterfaceName);
            activity.SetTag("rpc.method", $"{call.InterfaceName}/{call.MethodName}");
            if (activity.IsAllDataRequested)
            {
                activity.SetTag("orleans.rpc.target_id", call.TargetId.ToString());
                if (call.SourceId is { } source) activity.SetTag("orleans.rpc.source_id", source.ToString());
            }
            try
            {
                await call.Invoke();
            }
            catch (Exception failure) when (activity.IsAllDataRequested)
            {
                activity.Fail(description: null, failure);
                throw;
            }
            finally
            {
                activity.Stop();
            }
        }
    }

    /// <summary>Sends the caller's activity along with the call.</summary>
    internal sealed class OutgoingActivities(DistributedContextPropagator propagator) : ActivityOfCalls, IOutgoingGrainCallFilter
    {
        public Task Invoke(IOutgoingGrainCallContext context)
        {
            if (ActivitySources.Of(context).StartActivity(NameOf(context), ActivityKind.Client) is not { } activity) return context.Invoke();
            propagator.Inject(activity, carrier: null, static (_, key, value) => RequestContext.Set(key, value));
            return Run(context, activity);
        }
    }

    /// <summary>Goes on with the caller's activity.</summary>
    internal sealed class IncomingActivities(DistributedContextPropagator propagator) : ActivityOfCalls, IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context)
        {
            propagator.ExtractTraceIdAndState(carrier: null, Read, out var parent, out var state);
            var caller = ActivityContext.TryParse(parent, state, isRemote: true, out var parsed) ? parsed : default;
            if (ActivitySources.Of(context).CreateActivity(NameOf(context), ActivityKind.Server, caller) is not { } activity) return context.Invoke();
            foreach (var (key, value) in propagator.ExtractBaggage(carrier: null, Read) ?? []) activity.AddBaggage(key, value);
            activity.Start();
            return Run(context, activity);
        }

        private static void Read(object? carrier, string name, out string? value, out IEnumerable<string>? values) =>
            (value, values) = (RequestContext.Get(name) as string, null);
    }
}

namespace Orleans.Hosting
{
    public static partial class CoreHostingExtensions
    {
        /// <summary>Makes an activity for each call that leaves or arrives, under the names of <see cref="ActivitySources"/>.</summary>
        public static ISiloBuilder AddActivityPropagation(this ISiloBuilder builder) => builder
            .AddOutgoingGrainCallFilter(new OutgoingActivities(DistributedContextPropagator.Current))
            .AddIncomingGrainCallFilter(new IncomingActivities(DistributedContextPropagator.Current));
    }
}
