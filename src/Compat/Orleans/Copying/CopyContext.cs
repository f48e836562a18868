using System.ComponentModel;

namespace Fincord.OrleansCompat;

/// <summary>What was already copied of one message, so that an object that occurs twice, or contains itself, does so in the copy.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CopyContext
{
    // Most messages hold one or two mutable objects: only more of them need a dictionary.
    private object? _firstOriginal;
    private object? _firstCopy;
    private Dictionary<object, object>? _others;

    /// <summary>The copy that was made of this object.</summary>
    public bool TryGetCopy<T>(object original, out T? copy)
        where T : class
    {
        if (ReferenceEquals(original, _firstOriginal))
        {
            copy = (T)_firstCopy!;
            return true;
        }
        if (_others is not null && _others.TryGetValue(original, out var other))
        {
            copy = (T)other;
            return true;
        }
        copy = null;
        return false;
    }

    /// <summary>Tells the copy of an object, before its members are copied.</summary>
    public void Record(object original, object copy)
    {
        if (_firstOriginal is null) (_firstOriginal, _firstCopy) = (original, copy);
        else (_others ??= new(ReferenceEqualityComparer.Instance))[original] = copy;
    }
}
