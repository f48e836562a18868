using Fincord.OrleansCompat;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Streams.Core;

namespace Orleans.Streams;

/// <summary>A subscription of a grain: each event is an ordinary call to it, which activates it when need be.</summary>
internal sealed class GrainSubscription : StreamSubscription
{
    private readonly GrainReference _consumer;

    public GrainSubscription(MemoryStreamProvider provider, StreamId stream, Guid id, GrainId consumer, bool isImplicit)
        : base(provider, stream, id)
    {
        _consumer = provider.Silo.References.Create(typeof(IGrain), consumer);
        IsImplicit = isImplicit;
        Conditions = provider.Silo.ConditionsOf(stream, consumer);
    }

    public override bool BelongsTo(Activation? consumer) => consumer?.GrainId == _consumer.GrainId;

    public override void Attach(StreamHandler handler) => ConsumerOf(Activation.Current).Attach(Id, handler);

    protected override Task Deliver(StreamEvent streamEvent)
    {
        RequestContext.Current = streamEvent.Context;
        return _consumer.Call(new Delivery(this, streamEvent));
    }

    private StreamConsumer ConsumerOf(Activation? activation) => activation?.GrainId == _consumer.GrainId
        ? activation.Extras.Streams ??= new(activation)
        : throw new InvalidOperationException("A subscription of a grain is resumed by that grain.");

    /// <summary>What filters see of an event on its way to a consumer.</summary>
    private interface IConsuming
    {
        Task OnNext();
    }

    private sealed class Delivery(GrainSubscription subscription, StreamEvent streamEvent) : TaskRequest
    {
        private static readonly RequestShape Ordinary = new(typeof(IConsuming), nameof(IConsuming.OnNext), []);

        public override RequestShape Shape => Ordinary;

        protected internal override Task Invoke(object target) =>
            subscription.ConsumerOf(Activation.Current).Deliver(subscription, streamEvent);
    }
}

/// <summary>The observers that a grain has attached to its subscriptions.</summary>
internal sealed class StreamConsumer(Activation activation)
{
    private readonly Dictionary<Guid, StreamHandler> _handlers = [];
    private readonly HashSet<Guid> _introduced = [];

    public void Attach(Guid subscription, StreamHandler handler) => _handlers[subscription] = handler;

    public void Detach(Guid subscription) => _handlers.Remove(subscription);

    public async Task Deliver(GrainSubscription subscription, StreamEvent streamEvent)
    {
        if (!_handlers.ContainsKey(subscription.Id) && _introduced.Add(subscription.Id)
            && activation.GrainInstance is IStreamSubscriptionObserver grain)
        {
            await grain.OnSubscribed(new HandleFactory(subscription));
        }
        if (_handlers.TryGetValue(subscription.Id, out var handler)) await handler.Handle(streamEvent);
        else ReportDropped(subscription.Stream);
    }

    private void ReportDropped(StreamId stream) =>
        activation.Silo.Logger.LogWarning("Grain {GrainId} attached no observer to stream {Stream}: an event is dropped.", activation.GrainId, stream);

    private sealed class HandleFactory(GrainSubscription subscription) : IStreamSubscriptionHandleFactory
    {
        public StreamId StreamId => subscription.Stream;

        public string ProviderName => subscription.Provider.Name;

        public GuidId SubscriptionId => GuidId.GetGuidId(subscription.Id);

        public StreamSubscriptionHandle<T> Create<T>() => new SubscriptionHandle<T>(subscription);
    }
}
