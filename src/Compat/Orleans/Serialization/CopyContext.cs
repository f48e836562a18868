using System.ComponentModel;

namespace Orleans.Serialization.Cloning;

/// <summary>What was already copied of one message, so that an object that occurs twice, or contains itself, does so in the copy.</summary>
public sealed class CopyContext
{
    // Most messages hold one or two mutable objects: only more of them need a dictionary.
    private object? _firstOriginal;
    private object? _firstCopy;
    private Dictionary<object, object>? _others;

    /// <summary>Begins a message; for generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CopyContext()
    {
    }

    /// <summary>The copy that was made of this object; null is its own copy.</summary>
    public bool TryGetCopy<T>(object? original, out T? result)
        where T : class
    {
        if (original is null || ReferenceEquals(original, _firstOriginal))
        {
            result = original is null ? null : (T)_firstCopy!;
            return true;
        }
        if (_others is not null && _others.TryGetValue(original, out var other))
        {
            result = (T)other;
            return true;
        }
        result = null;
        return false;
    }

    /// <summary>Tells the copy of an object, before its members are copied.</summary>
    public void RecordCopy(object original, object copy)
    {
        if (_firstOriginal is null) (_firstOriginal, _firstCopy) = (original, copy);
        else (_others ??= new(ReferenceEqualityComparer.Instance))[original] = copy;
    }

    /// <summary>A deep copy of a member.</summary>
    public T? DeepCopy<T>(T? value) => value is null ? value : Fincord.OrleansCompat.DeepCopy.Of(value, this);
}
