using System.Text;

namespace Fincord.OrleansCompat;

/// <summary>How a value begins in the bytes of a message.</summary>
internal enum WireTag : byte
{
    Null,

    /// <summary>An object that came before; its number follows.</summary>
    Known,

    /// <summary>The name of the type and the value follow.</summary>
    New,
}

/// <summary>Writes the values of one message.</summary>
internal sealed class WireWriter(Stream bytes)
{
    private readonly Dictionary<object, int> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>For what codecs write.</summary>
    public BinaryWriter Bytes { get; } = new(bytes, Encoding.UTF8, leaveOpen: true);

    /// <exception cref="Orleans.Serialization.CodecNotFoundException">The value, or one in it, is of a type that is not sent.</exception>
    public void Write(object? value)
    {
        if (value is null)
        {
            Bytes.Write((byte)WireTag.Null);
            return;
        }
        var type = value.GetType();
        if (!type.IsValueType && !_known.TryAdd(value, _known.Count))
        {
            Bytes.Write((byte)WireTag.Known);
            Bytes.Write7BitEncodedInt(_known[value]);
            return;
        }
        var codec = WireCodecs.Of(type);
        Bytes.Write((byte)WireTag.New);
        Bytes.Write(type.AssemblyQualifiedName!);
        codec.Write(this, value);
    }
}
