using System.Text;
using Orleans.Runtime;

namespace Fincord.OrleansCompat;

/// <summary>Reads the values of one message.</summary>
internal sealed class WireReader(Stream bytes, Silo silo)
{
    private readonly List<object?> _known = [];

    /// <summary>For what codecs read.</summary>
    public BinaryReader Bytes { get; } = new(bytes, Encoding.UTF8, leaveOpen: true);

    /// <summary>Where references lead to.</summary>
    public Silo Silo => silo;

    public object? Read()
    {
        switch ((WireTag)Bytes.ReadByte())
        {
            case WireTag.Null:
                return null;
            case WireTag.Known:
                return _known[Bytes.Read7BitEncodedInt()]
                    ?? throw new InvalidDataException("A value that is made of its parts cannot be one of them.");
            default:
                var type = Type.GetType(Bytes.ReadString(), throwOnError: true)!;
                if (type.IsValueType) return WireCodecs.Of(type).Read(this, Remember.Nothing);
                var number = _known.Count;
                _known.Add(null);
                return _known[number] = WireCodecs.Of(type).Read(this, new(_known, number));
        }
    }

    public T Read<T>() => (T)Read()!;

    /// <summary>Lets a codec tell an object before its parts are read, since they may lead back to it.</summary>
    internal readonly struct Remember(List<object?>? known, int number)
    {
        public static readonly Remember Nothing;

        public void As(object begun)
        {
            if (known is not null) known[number] = begun;
        }
    }
}
