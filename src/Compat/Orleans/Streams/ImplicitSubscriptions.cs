using System.Text.RegularExpressions;
using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Streams
{
    /// <summary>Chooses stream namespaces; needs a public constructor without parameters to be named by type.</summary>
    public interface IStreamNamespacePredicate
    {
        /// <summary>The predicate as text.</summary>
        string PredicatePattern { get; }

        /// <summary>Whether the namespace is chosen.</summary>
        bool IsMatch(string streamNamespace);
    }
}

namespace Orleans
{
    /// <summary>An event on a stream of the namespace activates the grain of this class whose key is the stream's.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public class ImplicitStreamSubscriptionAttribute : Attribute
    {
        /// <summary>Subscribes to streams of all namespaces.</summary>
        public ImplicitStreamSubscriptionAttribute()
            : this(new NamespacePredicate("*", _ => true))
        {
        }

        /// <summary>Subscribes to streams of this namespace.</summary>
        public ImplicitStreamSubscriptionAttribute(string streamNamespace, string? streamIdMapper = null)
            : this(new NamespacePredicate(streamNamespace, one => one == streamNamespace), streamIdMapper)
        {
        }

        /// <summary>Subscribes to streams of the namespaces that the predicate chooses.</summary>
        public ImplicitStreamSubscriptionAttribute(Type predicateType, string? streamIdMapper = null)
            : this((IStreamNamespacePredicate)Activator.CreateInstance(predicateType)!, streamIdMapper)
        {
        }

        /// <summary>Subscribes to streams of the namespaces that the predicate chooses.</summary>
        public ImplicitStreamSubscriptionAttribute(IStreamNamespacePredicate predicate, string? streamIdMapper = null)
        {
            if (streamIdMapper is not null) throw new NotSupportedException("Stream id mappers are not part of this implementation.");
            Predicate = predicate;
        }

        /// <summary>Which namespaces.</summary>
        public IStreamNamespacePredicate Predicate { get; }
    }

    /// <summary>As <see cref="ImplicitStreamSubscriptionAttribute"/>, for the namespaces that a regular expression matches.</summary>
    /// <param name="pattern">The expression.</param>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class RegexImplicitStreamSubscriptionAttribute(string pattern) : ImplicitStreamSubscriptionAttribute(
        new NamespacePredicate(pattern, new Regex(pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).IsMatch));

    internal sealed class NamespacePredicate(string pattern, Func<string, bool> isMatch) : IStreamNamespacePredicate
    {
        public string PredicatePattern => pattern;

        public bool IsMatch(string streamNamespace) => isMatch(streamNamespace);
    }
}

namespace Orleans.Streams.Core
{
    /// <summary>A grain that is told of its implicit subscriptions before their first event, so that it can attach an observer.</summary>
    public interface IStreamSubscriptionObserver
    {
        /// <summary>An event is about to come; attach with <c>handleFactory.Create&lt;T&gt;().ResumeAsync(observer)</c>.</summary>
        Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory);
    }

    /// <summary>A subscription whose events' type is not known yet.</summary>
    public interface IStreamSubscriptionHandleFactory
    {
        /// <summary>The stream.</summary>
        StreamId StreamId { get; }

        /// <summary>The stream's provider.</summary>
        string ProviderName { get; }

        /// <summary>The subscription's identity.</summary>
        GuidId SubscriptionId { get; }

        /// <summary>The subscription, for events of this type.</summary>
        StreamSubscriptionHandle<T> Create<T>();
    }
}
