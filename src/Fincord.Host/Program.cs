using Fincord.Host;

return await HostCommand.Run(args);
