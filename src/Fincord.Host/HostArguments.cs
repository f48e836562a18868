using Fincord.Connectors.Files;

namespace Fincord.Host;

/// <summary>What the command line says; what it does not say is null and left to the environment, the file and the defaults.</summary>
/// <param name="Port">Port of HTTP and GraphQL.</param>
/// <param name="GrpcPort">Port of gRPC.</param>
/// <param name="DataFolder">Folder that holds all data.</param>
/// <param name="Bind">Address to listen on.</param>
/// <param name="Roles">What this process does.</param>
/// <param name="ConfigurationFile">JSON file with settings.</param>
/// <param name="Replays">Files to replay; none: the simulated market runs.</param>
internal sealed record HostArguments(
    int? Port, int? GrpcPort, string? DataFolder, string? Bind, string? Roles, string? ConfigurationFile, IReadOnlyList<ReplayRequest> Replays);
