namespace HotChocolate.Types;

/// <summary>The scalars that every schema knows; those that no member uses do not appear in it.</summary>
internal static class BuiltInScalars
{
    public static ScalarType[] Create() =>
    [
        new StringType(), new IdType(), new BooleanType(), new IntType(), new LongType(), new FloatType(), new DecimalType(),
        new DateTimeType(), new LocalDateType(), new LocalTimeType(), new DurationType(), new UuidType(), new UriType(),
        new IntegerType<short>("Short", "The `Short` scalar type represents a signed 16-bit integer.", "short"),
        new IntegerType<sbyte>("Byte", "The `Byte` scalar type represents a signed 8-bit integer.", "byte"),
        new IntegerType<byte>("UnsignedByte", "The `UnsignedByte` scalar type represents an unsigned 8-bit integer.", "unsigned-byte"),
        new IntegerType<ushort>("UnsignedShort", "The `UnsignedShort` scalar type represents an unsigned 16-bit integer.", "unsigned-short"),
        new IntegerType<uint>("UnsignedInt", "The `UnsignedInt` scalar type represents an unsigned 32-bit integer.", "unsigned-int"),
        new IntegerType<ulong>("UnsignedLong", "The `UnsignedLong` scalar type represents an unsigned 64-bit integer.", "unsigned-long"),
    ];

    /// <summary>The five of the specification, which schema documents leave out.</summary>
    public static bool IsSpecified(ScalarType type) => type is StringType or IdType or BooleanType or IntType or FloatType;
}
