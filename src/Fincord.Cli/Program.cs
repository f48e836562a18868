using Fincord.Cli;

return await FincordCli.Run(args, CliSurroundings.OfThisProcess());
