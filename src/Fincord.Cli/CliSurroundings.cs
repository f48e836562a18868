namespace Fincord.Cli;

/// <summary>What a command finds around itself.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where refusals and remarks go.</param>
/// <param name="IsTerminal">Whether a person looks at <paramref name="Output"/>: then there are colours and borders.</param>
/// <param name="DefaultServer">The server to ask where none is named.</param>
public sealed record CliSurroundings(TextWriter Output, TextWriter Error, bool IsTerminal, string DefaultServer)
{
    /// <summary>The clock: of ids, and of waiting.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where <c>./fincord up</c> listens.</summary>
    public const string LocalServer = "http://127.0.0.1:5080";

    /// <summary>The surroundings of this process: its streams, <c>FINCORD_SERVER</c> and <c>NO_COLOR</c>.</summary>
    public static CliSurroundings OfThisProcess() => new(
        Console.Out,
        Console.Error,
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        Environment.GetEnvironmentVariable("FINCORD_SERVER") is { Length: > 0 } server ? server : LocalServer);
}
