using Microsoft.Extensions.Logging.Console;

namespace Fincord.Host;

/// <summary>
/// Logs go to standard error, so that standard output holds only what the user asked for: text on a terminal, JSON lines elsewhere.
/// Levels are set by <c>FINCORD_LOGGING__LOGLEVEL__DEFAULT</c> and its kin.
/// </summary>
internal static class HostLogging
{
    public static void AddFincord(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        // A start that fails ends with one line of ours; what stops a running process is critical and stays.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // A machine busy with starting is no news.
        logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = Console.IsErrorRedirected ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple;
        });
        logging.AddSimpleConsole(text => text.SingleLine = true);
        logging.AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
            json.IncludeScopes = true;
        });
    }
}
