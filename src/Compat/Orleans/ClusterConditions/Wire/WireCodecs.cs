using System.Collections.Concurrent;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization;

namespace Fincord.OrleansCompat;

/// <summary>How values of a type become bytes, and are made again of them.</summary>
internal abstract class WireCodec
{
    public abstract void Write(WireWriter writer, object value);

    public abstract object Read(WireReader reader, WireReader.Remember remember);
}

/// <summary>Finds the codec of a type. Types that are not sent between silos have none, as on the real packages.</summary>
internal static class WireCodecs
{
    private static readonly ConcurrentDictionary<Type, WireCodec> ByType = new();

    /// <exception cref="CodecNotFoundException">There is none.</exception>
    public static WireCodec Of(Type type) => ByType.GetOrAdd(type, static type =>
        SimpleCodecs.Find(type) ?? SurrogateCodec.Find(type) ?? CollectionCodecs.Find(type) ?? Find(type)
        ?? throw new CodecNotFoundException($"Could not find a codec for type {type}. Does it have [GenerateSerializer]?"));

    private static WireCodec? Find(Type type)
    {
        if (typeof(GrainReference).IsAssignableFrom(type)) return new ReferenceCodec();
        if (typeof(Type).IsAssignableFrom(type)) return new TypeCodec();
        if (type == typeof(AggregateException)) return new AggregateExceptionCodec();
        if (typeof(Exception).IsAssignableFrom(type)) return ExceptionCodec.IsSent(type) ? new ExceptionCodec(type) : null;
        return type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false) ? new MessageCodec(type) : null;
    }
}

/// <summary>References to grains and observers: what they lead to, and through which interface.</summary>
internal sealed class ReferenceCodec : WireCodec
{
    public override void Write(WireWriter writer, object value)
    {
        var reference = (GrainReference)value;
        writer.Write(reference.Shared.Interface.Type);
        writer.Write(reference.GrainId);
    }

    public override object Read(WireReader reader, WireReader.Remember remember) =>
        reader.Silo.References.Create(reader.Read<Type>(), reader.Read<GrainId>());
}

/// <summary>Types, by name.</summary>
internal sealed class TypeCodec : WireCodec
{
    public override void Write(WireWriter writer, object value) => writer.Bytes.Write(((Type)value).AssemblyQualifiedName!);

    public override object Read(WireReader reader, WireReader.Remember remember) => Type.GetType(reader.Bytes.ReadString(), throwOnError: true)!;
}
