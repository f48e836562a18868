
namespace Fincord.Host;

/// <summary>Where settings come from. Precedence: flag, then <c>FINCORD_*</c> variable, then file, then default.</summary>
internal static class HostConfiguration
{
    /// <summary>Replaces the framework's sources by ours.</summary>
    public static void AddFincord(this ConfigurationManager configuration, HostArguments arguments)
    {
        configuration.Sources.Clear();
        var file = arguments.ConfigurationFile ?? Environment.GetEnvironmentVariable("FINCORD_CONFIG");
        if (file is not null)
        {
            if (!File.Exists(file)) throw new StartException($"The configuration file {file} does not exist.");
            configuration.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
        }
        configuration.AddEnvironmentVariables("FINCORD_");
        configuration.AddInMemoryCollection(Flags(arguments).Where(flag => flag.Value is not null));
    }

    private static Dictionary<string, string?> Flags(HostArguments arguments) => new()
    {
        ["Host:Port"] = arguments.Port?.ToString(),
        ["Host:GrpcPort"] = arguments.GrpcPort?.ToString(),
        ["Host:Bind"] = arguments.Bind,
        ["Host:Roles"] = arguments.Roles,
        ["Storage:DataFolder"] = arguments.DataFolder,
    };
}
