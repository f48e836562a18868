using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Fincord.Benchmarks.GraphQL;

/// <summary>Debian's load generator, which sends one request over and over.</summary>
internal static partial class Wrk
{
    private const int Connections = 32;

    /// <summary>Whether it is installed.</summary>
    public static bool IsThere { get; } = Array.Exists((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <summary>Posts a body to an address; requests per second. Throws when an answer was not 200.</summary>
    public static async Task<double> Post(Uri address, string body, TimeSpan duration)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, $"wrk.method = \"POST\"\nwrk.body = [[{body}]]\nwrk.headers[\"Content-Type\"] = \"application/json\"\n");
            string[] arguments = ["-t1", $"-c{Connections}", $"-d{duration.TotalSeconds:0}s", "-s", script, address.AbsoluteUri];
            var start = new ProcessStartInfo("wrk", arguments)
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (output.Contains("Non-2xx", StringComparison.Ordinal) || !Rate.IsMatch(output)) throw new InvalidOperationException($"{address} did not answer well: {output}");
            return double.Parse(Rate.Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(script);
        }
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Rate { get; }
}
