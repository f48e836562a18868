using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.Serialization;
using Orleans;

namespace Fincord.OrleansCompat;

/// <summary>
/// Exceptions: type, message, stack trace, cause, code and data; of what else a class has, the members with an [Id] when it has
/// [GenerateSerializer].
/// </summary>
internal sealed class ExceptionCodec(Type type) : WireCodec
{
    private static readonly string[] KnownNamespaces = ["System", "Microsoft", "Azure", "Orleans"];

    private readonly FieldInfo[] _members = MessageCodec.MembersOf(type);
    private readonly bool _hasConstructor = type.GetConstructor(Type.EmptyTypes) is not null;

    /// <summary>
    /// Those with [GenerateSerializer], those of the framework and of Orleans, and those that can be made of a <see cref="SerializationInfo"/>.
    /// </summary>
    public static bool IsSent(Type type) =>
        type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)
        || Array.Exists(KnownNamespaces, known => type.Namespace?.StartsWith(known, StringComparison.Ordinal) == true)
        || type.GetConstructor(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [typeof(SerializationInfo), typeof(StreamingContext)]) is not null;

    public override void Write(WireWriter writer, object value)
    {
        WriteBase(writer, (Exception)value, ((Exception)value).Message);
        MessageCodec.WriteMembers(writer, value, _members);
    }

    public override object Read(WireReader reader, WireReader.Remember remember)
    {
        var exception = (Exception)(_hasConstructor ? Activator.CreateInstance(type)! : RuntimeHelpers.GetUninitializedObject(type));
        remember.As(exception);
        ReadBase(reader, exception);
        MessageCodec.ReadMembers(reader, exception, _members);
        return exception;
    }

    public static void WriteBase(WireWriter writer, Exception exception, string? message)
    {
        writer.Write(message);
        writer.Write(exception.StackTrace);
        writer.Write(exception.InnerException);
        writer.Write(exception.HResult);
        writer.Write(exception.Data.Cast<DictionaryEntry>().SelectMany(entry => new[] { entry.Key, entry.Value }).ToArray());
    }

    public static void ReadBase(WireReader reader, Exception exception)
    {
        MessageOf(exception) = reader.Read<string?>();
        if (reader.Read<string?>() is { } stackTrace) ExceptionDispatchInfo.SetRemoteStackTrace(exception, stackTrace);
        CauseOf(exception) = reader.Read<Exception?>();
        exception.HResult = reader.Read<int>();
        foreach (var entry in reader.Read<object?[]>().Chunk(2)) exception.Data[entry[0]!] = entry[1];
    }

    /// <summary>The message alone, without what the class's property adds to it.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_message")]
    public static extern ref string? MessageOf(Exception exception);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_innerException")]
    private static extern ref Exception? CauseOf(Exception exception);
}

/// <summary>Exceptions with several causes.</summary>
internal sealed class AggregateExceptionCodec : WireCodec
{
    public override void Write(WireWriter writer, object value)
    {
        var exception = (AggregateException)value;
        writer.Write(exception.InnerExceptions.ToArray());
        ExceptionCodec.WriteBase(writer, exception, ExceptionCodec.MessageOf(exception));
    }

    public override object Read(WireReader reader, WireReader.Remember remember)
    {
        var exception = new AggregateException(reader.Read<Exception[]>());
        ExceptionCodec.ReadBase(reader, exception);
        return exception;
    }
}
