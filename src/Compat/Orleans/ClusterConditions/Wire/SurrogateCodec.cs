namespace Fincord.OrleansCompat;

/// <summary>Types with a registered converter, which are sent as their surrogates. A registered copier has no say: it copies, and does not send.</summary>
internal sealed class SurrogateCodec(ISurrogates converter) : WireCodec
{
    public static WireCodec? Find(Type type) => TypeRegistry.Instance.FindConverter(type) is { } converter ? new SurrogateCodec(converter) : null;

    public override void Write(WireWriter writer, object value) => writer.Write(converter.Replace(value));

    public override object Read(WireReader reader, WireReader.Remember remember) => converter.Restore(reader.Read()!);
}
