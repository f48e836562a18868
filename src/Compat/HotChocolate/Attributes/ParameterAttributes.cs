namespace HotChocolate;

/// <summary>The object whose field is resolved.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute(string? requires = null) : Attribute
{
    /// <summary>The members of the parent that are used; a hint for data projections, which we do not have.</summary>
    public string? Requires { get; } = requires;
}

/// <summary>A service. Needed only with a key: registered types are recognised without it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class ServiceAttribute : Attribute
{
    /// <summary>The service of the parameter's type.</summary>
    public ServiceAttribute() { }

    /// <summary>The service of the parameter's type with this key.</summary>
    public ServiceAttribute(string key) => Key = key;

    /// <summary>The key, or null.</summary>
    public string? Key { get; }
}

/// <summary>What an interceptor has given the request by name. Without it the field fails, unless the parameter has a default value.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class GlobalStateAttribute : Attribute
{
    /// <summary>By the parameter's name.</summary>
    public GlobalStateAttribute() { }

    /// <summary>By this name.</summary>
    public GlobalStateAttribute(string key) => Key = key;

    /// <summary>The name; null for the parameter's.</summary>
    public string? Key { get; }
}

/// <summary>The event that a subscription field answers to.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
