using System.Net;
using Fincord.Connectors.Venues;
using Fincord.Contracts;
using Fincord.Domain.Trading;

namespace Fincord.Connectors.Alpaca;

/// <summary>Alpaca's refusals in our codes: it has a number and a sentence, and the sentence is what tells them apart.</summary>
internal static class AlpacaErrors
{
    public static VenueRefusedException ToRefusal(VenueAnswer answer)
    {
        var (code, text) = Read(answer);
        return new(CodeOf(answer.Status, text), code, text);
    }

    public static bool IsDuplicate(VenueRefusedException refusal) => refusal.Message.Contains("client_order_id must be unique", StringComparison.OrdinalIgnoreCase);

    private static (string Code, string Text) Read(VenueAnswer answer)
    {
        try
        {
            var error = VenueJson.Parse(answer.Body);
            return (error.TextOrNull("code") ?? $"{(int)answer.Status}", error.TextOrNull("message") ?? "no reason");
        }
        catch (VenueFormatException)
        {
            return ($"{(int)answer.Status}", "no reason");
        }
    }

    private static string CodeOf(HttpStatusCode status, string text) => status switch
    {
        HttpStatusCode.Unauthorized => RefusalCodes.VenueCredentials,
        HttpStatusCode.NotFound => RefusalCodes.OrderNotOpen,
        _ when text.Says("buying power") || text.Says("insufficient balance") => DenialCode.InsufficientBalance.ToWire(),
        _ when text.Says("insufficient qty") || text.Says("not allowed to short") || text.Says("cannot be sold short") => DenialCode.ShortNotAllowed.ToWire(),
        _ when text.Says("sub-penny") => DenialCode.TickSize.ToWire(),
        _ when text.Says("asset") && text.Says("not found") => RefusalCodes.UnknownInstrument,
        _ => RefusalCodes.VenueRejected,
    };

    private static bool Says(this string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
