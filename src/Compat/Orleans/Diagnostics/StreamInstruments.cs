using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Orleans.Runtime;

/// <summary>Counts subscriptions to streams and the events that go through them.</summary>
internal sealed class StreamInstruments(Meter meter)
{
    private readonly Counter<int> _consumersAdded = meter.CreateCounter<int>("orleans-streams-pubsub-consumers-added");
    private readonly Counter<int> _consumersRemoved = meter.CreateCounter<int>("orleans-streams-pubsub-consumers-removed");
    private readonly Counter<int> _consumers = meter.CreateCounter<int>("orleans-streams-pubsub-consumers");
    private readonly Counter<int> _read = meter.CreateCounter<int>("orleans-streams-persistent-stream-messages-read");
    private readonly Counter<int> _sent = meter.CreateCounter<int>("orleans-streams-persistent-stream-messages-sent");

    /// <summary>Somebody subscribed explicitly.</summary>
    public void ConsumerAdded(string provider, GrainType consumer)
    {
        if (_consumersAdded.Enabled) _consumersAdded.Add(1, TagsOf(provider, consumer));
        if (_consumers.Enabled) _consumers.Add(1, TagsOf(provider, consumer));
    }

    /// <summary>Somebody unsubscribed.</summary>
    public void ConsumerRemoved(string provider, GrainType consumer)
    {
        if (_consumersRemoved.Enabled) _consumersRemoved.Add(1, TagsOf(provider, consumer));
        if (_consumers.Enabled) _consumers.Add(-1, TagsOf(provider, consumer));
    }

    /// <summary>The provider took events. It has one queue, of its own name.</summary>
    public void Read(string provider, int events)
    {
        if (_read.Enabled) _read.Add(events, new TagList { { "queue", provider }, { "provider", provider } });
    }

    /// <summary>An event goes to a consumer.</summary>
    public void Sent(string provider, GrainType consumer)
    {
        if (_sent.Enabled) _sent.Add(1, TagsOf(provider, consumer));
    }

    private static TagList TagsOf(string provider, GrainType consumer) =>
        new() { { "provider", provider }, { "grain_type", consumer.ToString() } };
}
