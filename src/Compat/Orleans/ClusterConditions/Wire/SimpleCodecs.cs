using System.Globalization;
using System.Net;
using System.Numerics;
using Orleans.Providers.Streams.Common;
using Orleans.Runtime;

namespace Fincord.OrleansCompat;

/// <summary>The codecs of values without parts.</summary>
internal static class SimpleCodecs
{
    private static readonly Dictionary<Type, WireCodec> ByType = new WireCodec[]
    {
        Of((writer, value) => writer.Write(value), reader => reader.ReadBoolean()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadByte()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadSByte()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadInt16()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadUInt16()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadInt32()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadUInt32()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadInt64()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadUInt64()),
        Of<nint>((writer, value) => writer.Write((long)value), reader => (nint)reader.ReadInt64()),
        Of<nuint>((writer, value) => writer.Write((ulong)value), reader => (nuint)reader.ReadUInt64()),
        Of((writer, value) => writer.Write((ushort)value), reader => (char)reader.ReadUInt16()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadHalf()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadSingle()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadDouble()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadDecimal()),
        Of((writer, value) => writer.Write(value), reader => reader.ReadString()),
        AsText(Int128.Parse),
        AsText(UInt128.Parse),
        AsText(BigInteger.Parse),
        Of((writer, value) => writer.Write(value.ToBinary()), reader => DateTime.FromBinary(reader.ReadInt64())),
        Of(
            (writer, value) =>
            {
                writer.Write(value.Ticks);
                writer.Write(value.Offset.Ticks);
            },
            reader => new DateTimeOffset(reader.ReadInt64(), new TimeSpan(reader.ReadInt64()))),
        Of((writer, value) => writer.Write(value.Ticks), reader => new TimeSpan(reader.ReadInt64())),
        Of((writer, value) => writer.Write(value.DayNumber), reader => DateOnly.FromDayNumber(reader.ReadInt32())),
        Of((writer, value) => writer.Write(value.Ticks), reader => new TimeOnly(reader.ReadInt64())),
        AsText(Guid.Parse),
        AsText(Version.Parse),
        AsText(IPAddress.Parse),
        AsText(IPEndPoint.Parse),
        Of((writer, value) => writer.Write(value.OriginalString), reader => new Uri(reader.ReadString(), UriKind.RelativeOrAbsolute)),
        AsText(CultureInfo.GetCultureInfo),
        Of((_, _) => { }, _ => DBNull.Value),
        Of((writer, value) => WriteSpan(writer, value), ReadSpan),
        Of((writer, value) => WriteSpan(writer, value.Value), reader => new GrainType(ReadSpan(reader))),
        Of((writer, value) => WriteSpan(writer, value.Value), reader => new GrainInterfaceType(ReadSpan(reader))),
        Of(
            (writer, value) =>
            {
                WriteSpan(writer, value.Type.Value);
                WriteSpan(writer, value.Key);
            },
            reader => new GrainId(new(ReadSpan(reader)), ReadSpan(reader))),
        Of((writer, value) => writer.Write(value.ToString()), reader => new ActivationId(Guid.Parse(reader.ReadString().AsSpan(1)))),
        Of((writer, value) => writer.Write(value.Guid.ToString()), reader => GuidId.GetGuidId(Guid.Parse(reader.ReadString()))),
        Of(
            (writer, value) =>
            {
                writer.Write(value.Endpoint.ToString());
                writer.Write(value.Generation);
            },
            reader => SiloAddress.New(IPEndPoint.Parse(reader.ReadString()), reader.ReadInt32())),
        Of(
            (writer, value) =>
            {
                writer.Write(value.SequenceNumber);
                writer.Write(value.EventIndex);
            },
            reader => new EventSequenceToken(reader.ReadInt64(), reader.ReadInt32())),
        Of(
            (writer, value) =>
            {
                writer.Write(value.GetNamespace() ?? "");
                writer.Write(value.GetKeyAsString());
            },
            reader => StreamId.Create(reader.ReadString() is { Length: > 0 } ns ? ns : null, reader.ReadString())),
    }.ToDictionary(codec => codec.GetType().GetGenericArguments()[0]);

    public static WireCodec? Find(Type type) =>
        type.IsEnum ? new EnumCodec(type)
        : typeof(IPAddress).IsAssignableFrom(type) ? ByType[typeof(IPAddress)]
        : typeof(CultureInfo).IsAssignableFrom(type) ? ByType[typeof(CultureInfo)]
        : ByType.GetValueOrDefault(type);

    private static WireCodec Of<T>(Action<BinaryWriter, T> write, Func<BinaryReader, T> read)
        where T : notnull => new SimpleCodec<T>(write, read);

    private static WireCodec AsText<T>(Func<string, T> parse)
        where T : notnull => Of((writer, value) => writer.Write(value.ToString()!), reader => parse(reader.ReadString()));

    private static void WriteSpan(BinaryWriter writer, IdSpan value)
    {
        writer.Write7BitEncodedInt(value.AsSpan().Length);
        writer.Write(value.AsSpan());
    }

    private static IdSpan ReadSpan(BinaryReader reader) => reader.Read7BitEncodedInt() is var length and > 0 ? new(reader.ReadBytes(length)) : default;

    private sealed class SimpleCodec<T>(Action<BinaryWriter, T> write, Func<BinaryReader, T> read) : WireCodec
        where T : notnull
    {
        public override void Write(WireWriter writer, object value) => write(writer.Bytes, (T)value);

        public override object Read(WireReader reader, WireReader.Remember remember) => read(reader.Bytes);
    }

    private sealed class EnumCodec(Type type) : WireCodec
    {
        private readonly Type _number = Enum.GetUnderlyingType(type);

        public override void Write(WireWriter writer, object value) =>
            writer.Write(Convert.ChangeType(value, _number, CultureInfo.InvariantCulture));

        public override object Read(WireReader reader, WireReader.Remember remember) => Enum.ToObject(type, reader.Read()!);
    }
}
