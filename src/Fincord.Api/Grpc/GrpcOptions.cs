using System.ComponentModel.DataAnnotations;

namespace Fincord.Api.Grpc;

/// <summary>Settings of gRPC, section <c>Grpc</c> of the configuration.</summary>
public sealed class GrpcOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Grpc";

    /// <summary>The longest message that is taken, 1 KiB to 64 MiB.</summary>
    [Range(1_024, 67_108_864)]
    public int MaxMessageBytes { get; set; } = 4 * 1_024 * 1_024;
}
