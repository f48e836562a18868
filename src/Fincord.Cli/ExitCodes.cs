namespace Fincord.Cli;

/// <summary>How a command ended, for scripts. They never change.</summary>
public static class ExitCodes
{
    /// <summary>It did what was asked.</summary>
    public const int Ok = 0;

    /// <summary>The server refused, could not be reached, or answered something that is not understood.</summary>
    public const int Refused = 1;

    /// <summary>The arguments are wrong; nothing was asked of any server.</summary>
    public const int BadArguments = 2;

    /// <summary>Ctrl-C, as shells count it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
