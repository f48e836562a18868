using System.Reflection;
using Orleans.Concurrency;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>Binds the method that <see cref="MayInterleaveAttribute"/> names, once per class, so that no call pays for reflection.</summary>
internal static class InterleavingPredicate
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;

    public static Func<object, IInvokable, bool>? Of(Type grainClass)
    {
        if (grainClass.GetCustomAttribute<MayInterleaveAttribute>() is not { } attribute) return null;
        var method = grainClass.GetMethod(attribute.CallbackMethodName, AnyMethod, [typeof(IInvokable)]);
        if (method is null || method.ReturnType != typeof(bool))
        {
            throw new OrleansConfigurationException(
                $"[MayInterleave] of {grainClass} needs a method 'bool {attribute.CallbackMethodName}({nameof(IInvokable)})'.");
        }
        if (method.IsStatic)
        {
            var predicate = method.CreateDelegate<Func<IInvokable, bool>>();
            return (_, request) => predicate(request);
        }
        return (Func<object, IInvokable, bool>)typeof(InterleavingPredicate).GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(grainClass).Invoke(null, [method])!;
    }

    private static Func<object, IInvokable, bool> Bind<TGrain>(MethodInfo method)
    {
        var predicate = method.CreateDelegate<Func<TGrain, IInvokable, bool>>();
        return (grain, request) => predicate((TGrain)grain, request);
    }
}
