namespace Fincord.Schemas.Wire;

/// <summary>How a field's value is laid out: the lower three bits of its tag.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    LengthDelimited = 2,
    Fixed32 = 5,
}
