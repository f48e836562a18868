namespace HotChocolate.Types;

/// <summary>Makes a subscription field of a method; it runs once for each event.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>The type of the events, where the topic's is not that of the event parameter.</summary>
    public Type? MessageType { get; set; }

    /// <summary>
    /// The method of the same class that makes the stream of events, an <see cref="IAsyncEnumerable{T}"/> or
    /// <see cref="Execution.ISourceStream{T}"/> or a task of one, instead of a topic.
    /// </summary>
    public string? With { get; set; }
}

/// <summary>The topic of a subscription field; <c>{argument}</c> stands for the value of an argument. Without a name it is the method's.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TopicAttribute(string? name = null) : Attribute
{
    /// <summary>The topic.</summary>
    public string? Name { get; } = name;
}
