using Fincord.OrleansCompat;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Streams.Core;

namespace Orleans.Streams;

/// <summary>A subscription of a grain: each event is an ordinary call to it, which activates it when need be.</summary>
internal sealed class GrainSubscription : StreamSubscription
{
    private readonly GrainReference _consumer;

    /// <summary>An explicit subscription.</summary>
    public GrainSubscription(StreamLog stream, Guid id, GrainId consumer, string? filterData)
        : this(stream, id, consumer, isImplicit: false, filterData)
    {
    }

    private GrainSubscription(StreamLog stream, Guid id, GrainId consumer, bool isImplicit, string? filterData)
        : base(stream, id, filterData)
    {
        _consumer = stream.Provider.Silo.References.Create(typeof(IGrain), consumer);
        IsImplicit = isImplicit;
        Conditions = stream.Provider.Silo.ConditionsOf(stream.Id, consumer);
    }

    public bool IsImplicit { get; }

    public override bool IsStored => !IsImplicit;

    public GrainId Consumer => _consumer.GrainId;

    /// <summary>The subscription of a grain whose class subscribes; it begins with the stream's first event.</summary>
    public static GrainSubscription Implicit(StreamLog stream, Guid id, GrainId consumer)
    {
        var subscription = new GrainSubscription(stream, id, consumer, isImplicit: true, filterData: null);
        subscription.PlaceAt(stream.Newest);
        return subscription;
    }

    public override bool BelongsTo(Activation? consumer) => consumer?.GrainId == Consumer;

    public override void Attach(StreamHandler handler, StreamSequenceToken? token) =>
        ConsumerOf(Activation.Current).Attach(Id, new(handler, token));

    public override void Detach() => ConsumerOf(Activation.Current).Detach(Id);

    protected override Task Deliver(StreamEvent streamEvent)
    {
        RequestContext.Current = streamEvent.Context;
        Stream.Provider.Silo.Instruments.Streams.Sent(Stream.Provider.Name, Consumer.Type);
        return _consumer.Call(new Delivery(this, streamEvent));
    }

    private StreamConsumer ConsumerOf(Activation? activation) => activation?.GrainId == Consumer
        ? activation.Extras.Streams ??= new(activation)
        : throw new InvalidOperationException("A subscription of a grain is used by that grain.");

    /// <summary>What filters see of an event on its way to a consumer.</summary>
    private interface IConsuming
    {
        Task OnNext();
    }

    private sealed class Delivery(GrainSubscription subscription, StreamEvent streamEvent) : TaskRequest
    {
        private static readonly RequestShape Ordinary = new(typeof(IConsuming), nameof(IConsuming.OnNext), []);

        public override RequestShape Shape => Ordinary;

        protected internal override Task Invoke(object target)
        {
            var consumer = subscription.ConsumerOf(Activation.Current);
            return consumer.Find(subscription.Id) is { } attached
                ? subscription.HandOver(streamEvent, attached)
                : Introduce(consumer, target as IStreamSubscriptionObserver);
        }

        private async Task Introduce(StreamConsumer consumer, IStreamSubscriptionObserver? grain)
        {
            if (grain is not null) await grain.OnSubscribed(new HandleFactory(subscription));
            if (consumer.Find(subscription.Id) is { } attached) await subscription.HandOver(streamEvent, attached);
            else consumer.ReportDropped(subscription.Stream.Id);
        }
    }

    private sealed class HandleFactory(GrainSubscription subscription) : IStreamSubscriptionHandleFactory
    {
        public StreamId StreamId => subscription.Stream.Id;

        public string ProviderName => subscription.Stream.Provider.Name;

        public GuidId SubscriptionId => GuidId.GetGuidId(subscription.Id);

        public StreamSubscriptionHandle<T> Create<T>() => new SubscriptionHandle<T>(subscription);
    }
}

/// <summary>The observers that a grain has attached to its subscriptions.</summary>
internal sealed class StreamConsumer(Activation activation)
{
    private readonly Dictionary<Guid, AttachedHandler> _attached = [];

    public void Attach(Guid subscription, AttachedHandler attached) => _attached[subscription] = attached;

    public void Detach(Guid subscription) => _attached.Remove(subscription);

    public AttachedHandler? Find(Guid subscription) => _attached.GetValueOrDefault(subscription);

    public void ReportDropped(StreamId stream) =>
        activation.Silo.Logger.LogWarning("Grain {GrainId} attached no observer to stream {Stream}: an event is dropped.", activation.GrainId, stream);
}
