using HotChocolate.Authorization;

namespace HotChocolate.Types;

/// <summary>Protects what descriptors describe, as <see cref="AuthorizeAttribute"/> does.</summary>
public static class AuthorizeDescriptorExtensions
{
    /// <summary>Shows a field to whoever is logged in.</summary>
    public static IObjectFieldDescriptor Authorize(this IObjectFieldDescriptor descriptor, ApplyPolicy apply = ApplyPolicy.BeforeResolver) =>
        descriptor.Add(new(null, null, apply));

    /// <summary>Shows a field by a policy of the application.</summary>
    public static IObjectFieldDescriptor Authorize(
        this IObjectFieldDescriptor descriptor, string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver) =>
        descriptor.Add(new(policy, null, apply));

    /// <summary>Shows a field to users with one of some roles.</summary>
    public static IObjectFieldDescriptor Authorize(this IObjectFieldDescriptor descriptor, params string[] roles) =>
        descriptor.Add(new(null, roles, ApplyPolicy.BeforeResolver));

    /// <summary>Shows a field to everybody, whatever its type says.</summary>
    public static IObjectFieldDescriptor AllowAnonymous(this IObjectFieldDescriptor descriptor)
    {
        descriptor.Said().IsForEverybody = true;
        return descriptor;
    }

    /// <summary>Shows objects of a type to whoever is logged in.</summary>
    public static IObjectTypeDescriptor<T> Authorize<T>(this IObjectTypeDescriptor<T> descriptor, ApplyPolicy apply = ApplyPolicy.BeforeResolver) =>
        descriptor.Add(new(null, null, apply));

    /// <summary>Shows objects of a type by a policy of the application.</summary>
    public static IObjectTypeDescriptor<T> Authorize<T>(
        this IObjectTypeDescriptor<T> descriptor, string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver) =>
        descriptor.Add(new(policy, null, apply));

    /// <summary>Shows objects of a type to users with one of some roles.</summary>
    public static IObjectTypeDescriptor<T> Authorize<T>(this IObjectTypeDescriptor<T> descriptor, params string[] roles) =>
        descriptor.Add(new(null, roles, ApplyPolicy.BeforeResolver));

    private static IObjectFieldDescriptor Add(this IObjectFieldDescriptor descriptor, AuthorizeRule rule)
    {
        descriptor.Said().Rules.Add(rule);
        return descriptor;
    }

    private static IObjectTypeDescriptor<T> Add<T>(this IObjectTypeDescriptor<T> descriptor, AuthorizeRule rule)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        ((ObjectTypeDescriptor<T>)descriptor).Said.Rules.Add(rule);
        return descriptor;
    }
}
