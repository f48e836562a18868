using System.Globalization;
using System.Text;
using Fincord.Contracts;
using Microsoft.AspNetCore.Http;

namespace Fincord.Api.Grpc;

/// <summary>gRPC over HTTP/2 beside its messages: content type, deadline and status (github.com/grpc/grpc, doc/PROTOCOL-HTTP2.md).</summary>
internal static class GrpcProtocol
{
    public const string ContentType = "application/grpc";

    /// <summary>The trailer with a code of <see cref="RefusalCodes"/>.</summary>
    public const string CodeTrailer = "fincord-code";

    private const string TimeoutHeader = "grpc-timeout";
    private const int MaxTimeoutDigits = 8;

    // Beyond it timers refuse; nobody waits that long.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(40);

    /// <summary>Whether a request says that it is a gRPC call with protobuf messages.</summary>
    public static bool IsGrpc(HttpRequest request) =>
        request.ContentType is { } type && type.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && type.AsSpan(ContentType.Length) is [] or [';', ..] or "+proto";

    /// <summary>The time that the caller gives; null for as long as it takes. Throws <see cref="RefusalException"/> when it cannot be read.</summary>
    public static TimeSpan? TimeoutOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(TimeoutHeader, out var values)) return null;
        var text = values.ToString();
        if (text.Length is < 2 or > MaxTimeoutDigits + 1 || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || TicksOf(count, text[^1]) is not { } ticks)
            throw RefusalException.InvalidArgument($"{TimeoutHeader} is a number of at most {MaxTimeoutDigits} digits and one of H M S m u n, not '{text}'.");
        return ticks < LongestTimeout.Ticks ? new(ticks) : null;
    }

    /// <summary>Ends a response with a status; nothing may be written after it.</summary>
    public static void End(HttpResponse response, GrpcStatus status, string? code = null, string? reason = null)
    {
        Append(response, "grpc-status", ((int)status).ToString(CultureInfo.InvariantCulture));
        if (reason is not null) Append(response, "grpc-message", PercentEncode(reason));
        if (code is not null) Append(response, CodeTrailer, code);
    }

    /// <summary>Ends a call that was refused before anything was answered.</summary>
    public static void Refuse(HttpResponse response, GrpcStatus status, string code, string reason)
    {
        if (!response.HasStarted) response.ContentType = ContentType;
        End(response, status, code, reason);
    }

    // A response without messages is headers alone, and its status is among them.
    private static void Append(HttpResponse response, string name, string value)
    {
        if (response.HasStarted) response.AppendTrailer(name, value);
        else response.Headers[name] = value;
    }

    private static long? TicksOf(long count, char unit) => unit switch
    {
        'H' => count * TimeSpan.TicksPerHour,
        'M' => count * TimeSpan.TicksPerMinute,
        'S' => count * TimeSpan.TicksPerSecond,
        'm' => count * TimeSpan.TicksPerMillisecond,
        'u' => count * TimeSpan.TicksPerMicrosecond,
        'n' => (count + TimeSpan.NanosecondsPerTick - 1) / TimeSpan.NanosecondsPerTick,
        _ => null,
    };

    private static string PercentEncode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (octet is >= 0x20 and <= 0x7E and not (byte)'%') encoded.Append((char)octet);
            else encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }
        return encoded.ToString();
    }
}
