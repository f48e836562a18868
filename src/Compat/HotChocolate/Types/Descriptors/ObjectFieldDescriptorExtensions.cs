using HotChocolate.Resolvers;

namespace HotChocolate.Types;

/// <summary>Resolvers in the shapes that are easy to write.</summary>
public static class ObjectFieldDescriptorExtensions
{
    /// <summary>Finds the value; the type must be said.</summary>
    public static IObjectFieldDescriptor Resolve(this IObjectFieldDescriptor descriptor, Func<IResolverContext, object?> resolver)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return descriptor.Resolve(context => new ValueTask<object?>(resolver(context)));
    }

    /// <summary>Finds the value, whose CLR type is taken unless another type is said.</summary>
    public static IObjectFieldDescriptor Resolve<TResult>(this IObjectFieldDescriptor descriptor, Func<IResolverContext, TResult> resolver)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return descriptor.Resolve(context => new ValueTask<object?>(resolver(context)), typeof(TResult));
    }

    /// <summary>Finds the value and may wait; the type must be said.</summary>
    public static IObjectFieldDescriptor Resolve<TResult>(this IObjectFieldDescriptor descriptor, Func<IResolverContext, Task<TResult>?> resolver)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return descriptor.Resolve(async context => resolver(context) is { } result ? await result : null);
    }

    /// <summary>Is always the same; the type must be said.</summary>
    public static IObjectFieldDescriptor Resolve(this IObjectFieldDescriptor descriptor, object constantResult)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return descriptor.Resolve(_ => new ValueTask<object?>(constantResult));
    }

    /// <summary>Says what a call costs.</summary>
    public static IObjectFieldDescriptor Cost(this IObjectFieldDescriptor descriptor, double weight)
    {
        descriptor.Said().Cost = weight;
        return descriptor;
    }

    internal static FieldConfiguration Said(this IObjectFieldDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return ((ObjectFieldDescriptor)descriptor).Said;
    }
}
