namespace Fincord.Cli.Server;

/// <summary>A server did not give what it was asked for.</summary>
/// <param name="code">Why, in a word for programs: the server's own code, or one of this class.</param>
/// <param name="reason">Why, in a sentence.</param>
internal sealed class ServerException(string code, string reason) : Exception(reason)
{
    /// <summary>Nothing answers at the address, or not in time.</summary>
    public const string Unreachable = "UNREACHABLE";

    /// <summary>Something answers that does not speak our protocol.</summary>
    public const string NotUnderstood = "NOT_UNDERSTOOD";

    /// <summary>Why, in a word for programs.</summary>
    public string Code { get; } = code;
}
