namespace Fincord.Connectors.Files;

/// <summary>A market data file that cannot be read (any further). The message is one line for the person who named the file.</summary>
public sealed class MarketFileException : Exception
{
    /// <summary>A refusal of the file at <paramref name="path"/>; <paramref name="why"/> goes on after the file's name and ends the sentence.</summary>
    public MarketFileException(string path, string why, Exception? cause = null) : base($"{OneLine(path)} {OneLine(why)}", cause) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Text from outside without what could break a line or steer a terminal.</summary>
    internal static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? '?' : character));
}
