using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Fincord.Api.GraphQL;
using Fincord.Connectors.Files;
using Fincord.Domain.Markets;

namespace Fincord.Host;

/// <summary>The command line of the host: <c>./fincord up</c> hands its arguments here.</summary>
internal static class HostCommand
{
    private const int BadArguments = 2;

    private static readonly Option<int?> PortOption = new("--port")
    {
        Description = "Port of HTTP and GraphQL (5080; 0 takes a free one).",
        CustomParser = ReadPort,
    };
    private static readonly Option<int?> GrpcPortOption = new("--grpc-port")
    {
        Description = "Port of gRPC (5081; 0 takes a free one, and so does --port 0 without this).",
        CustomParser = ReadPort,
    };
    private static readonly Option<string?> DataOption = new("--data") { Description = "Folder that holds all data (made when missing)." };
    private static readonly Option<string?> BindOption = new("--bind") { Description = "Address to listen on (127.0.0.1)." };
    private static readonly Option<string?> RolesOption = new("--roles") { Description = "all, or some of silo,api,ingest,discord in a cluster (all)." };
    private static readonly Option<string?> ConfigOption = new("--config") { Description = "JSON file with settings; FINCORD_* variables and flags win over it." };
    private static readonly Option<string[]> ReplayOption = new("--replay")
    {
        Description = "A file of trades or bars to replay; --instrument and --speed after it belong to it. May be repeated.",
        HelpName = "FILE",
    };
    private static readonly Option<string[]> InstrumentOption = new("--instrument") { Description = "Key of the replayed instrument, VENUE:SYMBOL.", HelpName = "KEY" };
    private static readonly Option<string[]> SpeedOption = new("--speed")
    {
        Description = "How many times faster than it happened, or max (1).",
        HelpName = "N|max",
    };

    /// <summary>Parses the arguments and runs the process; a bad argument is one line and exit code 2.</summary>
    public static Task<int> Run(string[] args)
    {
        var command = new RootCommand("Fincord in one process. Without --replay it runs a simulated market.")
        {
            PortOption, GrpcPortOption, DataOption, BindOption, RolesOption, ConfigOption, ReplayOption, InstrumentOption, SpeedOption,
        };
        command.SetAction((parsed, _) => RunParsed(parsed));
        var schema = new Command("schema", "Write the GraphQL schema and end.");
        schema.SetAction(async (_, _) => await Console.Out.WriteAsync(await SchemaText.Write()));
        command.Subcommands.Add(schema);
        var result = command.Parse(args);
        return result.Errors.Count == 0
            ? result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null })
            : Refuse(result.Errors[0].Message);
    }

    private static Task<int> RunParsed(ParseResult parsed)
    {
        HostArguments arguments;
        try
        {
            arguments = Read(parsed);
        }
        catch (StartException exception)
        {
            return Refuse(exception.Message);
        }
        return FincordProcess.Run(arguments);
    }

    private static async Task<int> Refuse(string reason)
    {
        await Console.Error.WriteLineAsync($"fincord: {reason}");
        return BadArguments;
    }

    private static HostArguments Read(ParseResult parsed) => new(
        parsed.GetValue(PortOption), parsed.GetValue(GrpcPortOption), parsed.GetValue(DataOption), parsed.GetValue(BindOption), parsed.GetValue(RolesOption),
        parsed.GetValue(ConfigOption), ReadReplays(parsed.Tokens));

    /// <summary>Reads the groups <c>--replay FILE --instrument KEY [--speed N|max]</c> in their order.</summary>
    private static List<ReplayRequest> ReadReplays(IReadOnlyList<Token> tokens)
    {
        var replays = new List<ReplayRequest>();
        (string File, InstrumentKey? Key, double? Speed)? open = null;
        for (var index = 0; index + 1 < tokens.Count; index++)
        {
            if (tokens[index].Type is not TokenType.Option) continue;
            var (option, value) = (tokens[index].Value, tokens[index + 1].Value);
            if (option == ReplayOption.Name)
            {
                if (open is { } previous) replays.Add(Close(previous));
                open = (value, null, null);
            }
            else if (option == InstrumentOption.Name)
            {
                if (!InstrumentKey.TryParse(value, out var key)) throw new StartException(InstrumentKey.Explain(value));
                open = open is { Key: null } replay ? replay with { Key = key } : throw new StartException("--instrument belongs after a --replay FILE, once for each.");
            }
            else if (option == SpeedOption.Name)
            {
                open = open is { Speed: null } replay
                    ? replay with { Speed = ReadSpeed(value) }
                    : throw new StartException("--speed belongs after a --replay FILE, once for each.");
            }
        }
        if (open is { } last) replays.Add(Close(last));
        return replays;
    }

    private static ReplayRequest Close((string File, InstrumentKey? Key, double? Speed) replay) => new(
        replay.File,
        replay.Key ?? throw new StartException($"--replay {replay.File} needs an --instrument VENUE:SYMBOL after it."),
        replay.Speed ?? 1);

    private static int? ReadPort(ArgumentResult argument)
    {
        if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)) return port;
        argument.AddError($"{argument.Argument.Name} is a number from 0 to 65535, not '{argument.Tokens[0].Value}'.");
        return null;
    }

    private static double ReadSpeed(string text) =>
        text == "max" ? double.PositiveInfinity
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is > 0 and < 1e9 ? speed
        : throw new StartException($"--speed is a positive number or max, not '{text}'.");
}
