using System.CommandLine;
using System.Text.Json;
using Fincord.Cli.Output;
using Fincord.Cli.Server;
using Fincord.Schemas.Views;

namespace Fincord.Cli;

/// <summary>The options that every command has, and what they mean for it.</summary>
internal sealed class CommonOptions(CliSurroundings surroundings)
{
    /// <summary>The clock: of ids, and of waiting.</summary>
    public TimeProvider Time => surroundings.Time;

    /// <summary>Which server to ask.</summary>
    public Option<Uri?> Server { get; } = new("--server")
    {
        Description = $"The server to ask (FINCORD_SERVER, otherwise {CliSurroundings.LocalServer}).",
        HelpName = "URL",
        Recursive = true,
        CustomParser = result => Arguments.Server(result.Tokens is [var token] ? token.Value : surroundings.DefaultServer, result.AddError),
        DefaultValueFactory = result => Arguments.Server(surroundings.DefaultServer, result.AddError),
    };

    /// <summary>Whether a program reads the answer.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print the server's answer as one JSON document.",
        Recursive = true,
    };

    /// <summary>Makes a command do its work with a client for the server named on the command line.</summary>
    public Command Serve(Command command, Func<ParseResult, ServerClient, CancellationToken, Task> work)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            using var server = new ServerClient(parsed.GetValue(Server)!);
            await work(parsed, server, cancellation);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>Prints an answer: itself for programs, a table for people.</summary>
    public void Show(ParseResult parsed, JsonElement answer, Func<Spectre.Console.Table> table)
    {
        if (parsed.GetValue(Json)) surroundings.Output.WriteLine(answer.GetRawText());
        else TableWriter.Write(surroundings, table());
    }

    /// <summary>Prints the pages of a list in the same way; a remark goes to the error stream, so that a pipe sees results only.</summary>
    public void Show(ParseResult parsed, PageView<JsonElement> answer, string noun, Func<Spectre.Console.Table> table)
    {
        if (parsed.GetValue(Json))
        {
            surroundings.Output.WriteLine(JsonSerializer.Serialize(answer, FincordJson.Options));
            return;
        }
        if (answer.Results.Count == 0) surroundings.Error.WriteLine($"No {noun}.");
        else TableWriter.Write(surroundings, table());
        if (answer.Next is { } next) surroundings.Error.WriteLine($"There are more {noun} after {next}: raise --limit.");
    }
}
