using System.ComponentModel;
using System.Reflection;
using Orleans.Runtime;

namespace Fincord.OrleansCompat;

/// <summary>How a method may be called; one object for all calls of it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestShape(Type interfaceType, string methodName, Type[] parameterTypes)
{
    private MethodInfo? _method;

    /// <summary>The interface that declares the method.</summary>
    public Type InterfaceType { get; } = interfaceType;

    /// <summary>The method's name.</summary>
    public string MethodName { get; } = methodName;

    /// <summary>The type arguments of a generic method.</summary>
    public Type[] TypeArguments { get; init; } = [];

    /// <summary>It interleaves with every call.</summary>
    public bool AlwaysInterleave { get; init; }

    /// <summary>It interleaves with other read-only calls.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Its callers do not wait.</summary>
    public bool OneWay { get; init; }

    /// <summary>How long its callers wait, in ticks of 100 ns; 0 when the silo's setting holds.</summary>
    public long ResponseTimeoutTicks { get; init; }

    /// <summary>Whether a cancellation token is among the parameters.</summary>
    internal bool TakesCancellation { get; } = parameterTypes.Contains(typeof(CancellationToken));

    /// <summary>Whether an extension of the grain answers, not the grain itself.</summary>
    internal bool IsExtension { get; } = typeof(IGrainExtension).IsAssignableFrom(interfaceType);

    internal MethodInfo Method => _method ??= (TypeArguments.Length == 0 ? InterfaceType.GetMethod(MethodName, parameterTypes) : GenericMethod())
        ?? throw new OrleansException($"{InterfaceType} has no method {MethodName} with the generated parameters.");

    internal TimeSpan ResponseTimeout(TimeSpan otherwise) => ResponseTimeoutTicks == 0 ? otherwise : new(ResponseTimeoutTicks);

    private MethodInfo? GenericMethod() => InterfaceType.GetMethods()
        .Where(one => one.Name == MethodName && one.GetGenericArguments().Length == TypeArguments.Length && one.GetParameters().Length == parameterTypes.Length)
        .Select(one => one.MakeGenericMethod(TypeArguments))
        .FirstOrDefault(one => one.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameterTypes));

    /// <summary>Interface and method.</summary>
    public override string ToString() => $"{InterfaceType.Name}.{MethodName}";
}
