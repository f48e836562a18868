using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Orleans.Runtime;

/// <summary>Keys that are Guids or numbers, with or without a key extension.</summary>
public static class GrainIdKeyExtensions
{
    private const byte ExtensionMark = (byte)'+';

    /// <summary>The key of a Guid: its 32 digits.</summary>
    public static IdSpan CreateGuidKey(Guid key) => IdSpan.Create(key.ToString("N"));

    /// <summary>The key of a Guid with an extension; without one when it is null or empty.</summary>
    public static IdSpan CreateGuidKey(Guid key, string? keyExtension) =>
        string.IsNullOrEmpty(keyExtension) ? CreateGuidKey(key) : IdSpan.Create($"{key:N}+{keyExtension}");

    /// <summary>The key of a number: upper-case hexadecimal without padding.</summary>
    public static IdSpan CreateIntegerKey(long key) => IdSpan.Create(key.ToString("X", CultureInfo.InvariantCulture));

    /// <summary>The key of a number with an extension; without one when it is null or empty.</summary>
    public static IdSpan CreateIntegerKey(long key, string? keyExtension) =>
        string.IsNullOrEmpty(keyExtension) ? CreateIntegerKey(key) : IdSpan.Create($"{key:X}+{keyExtension}");

    /// <summary>Reads a Guid key.</summary>
    public static bool TryGetGuidKey(this GrainId grainId, out Guid key, out string? keyExt)
    {
        var number = NumberPart(grainId.Key.AsSpan(), out keyExt);
        key = default;
        return number.Length == 32 && Utf8Parser.TryParse(number, out key, out var read, 'N') && read == number.Length;
    }

    /// <summary>Reads a number key.</summary>
    public static bool TryGetIntegerKey(this GrainId grainId, out long key, out string? keyExt)
    {
        var number = NumberPart(grainId.Key.AsSpan(), out keyExt);
        key = default;
        return number.Length is > 0 and <= 16 && Utf8Parser.TryParse(number, out key, out var read, 'X') && read == number.Length;
    }

    /// <summary>The Guid key; throws <see cref="FormatException"/> when the key is something else.</summary>
    public static Guid GetGuidKey(this GrainId grainId, out string? keyExt) =>
        grainId.TryGetGuidKey(out var key, out keyExt) ? key : throw new FormatException($"The key of {grainId} is not a Guid.");

    /// <summary>The Guid key; throws <see cref="FormatException"/> when the key is something else.</summary>
    public static Guid GetGuidKey(this GrainId grainId) => grainId.GetGuidKey(out _);

    /// <summary>The number key; throws <see cref="FormatException"/> when the key is something else.</summary>
    public static long GetIntegerKey(this GrainId grainId, out string? keyExt) =>
        grainId.TryGetIntegerKey(out var key, out keyExt) ? key : throw new FormatException($"The key of {grainId} is not a number.");

    /// <summary>The number key; throws <see cref="FormatException"/> when the key is something else.</summary>
    public static long GetIntegerKey(this GrainId grainId) => grainId.GetIntegerKey(out _);

    private static ReadOnlySpan<byte> NumberPart(ReadOnlySpan<byte> key, out string? extension)
    {
        var mark = key.IndexOf(ExtensionMark);
        extension = mark < 0 ? null : Encoding.UTF8.GetString(key[(mark + 1)..]);
        return mark < 0 ? key : key[..mark];
    }
}
