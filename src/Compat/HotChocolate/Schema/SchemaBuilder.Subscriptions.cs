using System.Globalization;
using System.Reflection;
using HotChocolate.Execution;
using HotChocolate.Subscriptions;
using HotChocolate.Types;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Schemas;

/// <content>Where the events of subscription fields come from.</content>
internal sealed partial class SchemaBuilder
{
    private SubscribeResolver Subscription(string fieldName, MethodInfo method, List<InputValue> arguments)
    {
        var attribute = method.GetCustomAttribute<SubscribeAttribute>()
            ?? throw new SchemaException($"The subscription field `{fieldName}` has no events: mark the method with [Subscribe].");
        var message = attribute.MessageType
            ?? method.GetParameters().FirstOrDefault(parameter => parameter.IsDefined(typeof(EventMessageAttribute)))?.ParameterType
            ?? throw new SchemaException($"The subscription field `{fieldName}` has no parameter marked [EventMessage].");
        if (attribute.With is { } with) return FromStream(method, with, arguments);
        var topic = Topic(method.GetCustomAttribute<TopicAttribute>()?.Name ?? method.Name, arguments);
        var subscribe = typeof(SchemaBuilder).GetMethod(nameof(FromTopic), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(message);
        return subscribe.CreateDelegate<Func<Func<FieldCall, string>, SubscribeResolver>>()(topic);
    }

    private static SubscribeResolver FromTopic<T>(Func<FieldCall, string> topic) => async (call, services, cancellation) =>
    {
        var receiver = services.GetRequiredService<ITopicEventReceiver>();
        var stream = await receiver.SubscribeAsync<T>(topic(call), cancellation);
        return ((ISourceStream)stream).ReadEventsAsync();
    };

    private SubscribeResolver FromStream(MethodInfo method, string name, List<InputValue> arguments)
    {
        var source = method.ReflectedType!.GetMethod(name, PublicInstance)
            ?? throw new SchemaException($"There is no method {name} for [Subscribe(With = …)] in {method.ReflectedType}.");
        var open = _compiler.CompileStream(source, [.. arguments.Select(argument => argument.Name)]);
        return (call, services, _) => EventStreams.From(open(null, call, services));
    }

    // "quotes_{key}" with the value of the argument `key` in its place, as text that does not depend on the server's culture.
    private static Func<FieldCall, string> Topic(string pattern, List<InputValue> arguments)
    {
        var parts = new List<Func<FieldCall, string>>();
        var rest = pattern;
        while (rest.IndexOf('{') is >= 0 and var open && rest.IndexOf('}', open) is > 0 and var close)
        {
            var (literal, name) = (rest[..open], rest[(open + 1)..close]);
            var index = arguments.FindIndex(argument => argument.Name == name);
            if (index < 0) throw new SchemaException($"The topic `{pattern}` names an argument that the field does not have.");
            parts.Add(_ => literal);
            parts.Add(call => Convert.ToString(call.Arguments[index], CultureInfo.InvariantCulture) ?? "");
            rest = rest[(close + 1)..];
        }
        if (parts.Count == 0) return _ => pattern;
        var tail = rest;
        return call => string.Concat(parts.Select(part => part(call))) + tail;
    }
}
