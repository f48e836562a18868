namespace Fincord.Contracts.Trading;

/// <summary>The key that a command is known by when it is sent again: with the same key and content it gets the same answer, and is done once.</summary>
public static class IdempotencyKey
{
    /// <summary>What a key is, in a sentence.</summary>
    public const string Rule = "An idempotency key has 1 to 64 visible ASCII characters.";

    private const int MaxLength = 64;

    /// <summary>Whether a text may be a key.</summary>
    public static bool IsValid(string text) => text.Length is > 0 and <= MaxLength && text.All(letter => letter is > ' ' and <= '~');
}
