using Fincord.Api.Markets;
using Fincord.Contracts.Members;
using HotChocolate.Authorization;
using HotChocolate.Language;

namespace Fincord.Api.Trading;

/// <summary>What operators do with instruments.</summary>
[ExtendObjectType(OperationType.Mutation)]
public sealed class HaltMutations
{
    /// <summary>Halts the trading of an instrument for all; its market data goes on.</summary>
    [Authorize(Permissions.InstrumentsHalt)]
    public Task<HaltPayload> HaltInstrumentAsync(HaltInstrumentInput input, CurrentMember member, TermsReader terms, CancellationToken cancellation) =>
        Answer(() => terms.Halt(member, input.InstrumentKey, TermsReader.CheckReason(input.Reason), cancellation));

    /// <summary>Lets the trading of a halted instrument go on.</summary>
    [Authorize(Permissions.InstrumentsHalt)]
    public Task<HaltPayload> ResumeInstrumentAsync(ResumeInstrumentInput input, CurrentMember member, TermsReader terms, CancellationToken cancellation) =>
        Answer(() => terms.Halt(member, input.InstrumentKey, null, cancellation));

    private static async Task<HaltPayload> Answer(Func<Task<(Domain.Markets.Instrument Instrument, Schemas.Views.SessionView Session)>> act)
    {
        try
        {
            return new(new((await act()).Instrument), null);
        }
        catch (RefusalException refusal)
        {
            return new(null, TradingError.From(refusal));
        }
    }
}

/// <summary>Halts the trading of an instrument.</summary>
/// <param name="InstrumentKey">The instrument, VENUE:SYMBOL.</param>
/// <param name="Reason">Why, for all to read; 1 to 200 characters.</param>
public sealed record HaltInstrumentInput(string InstrumentKey, string Reason);

/// <summary>Lets the trading of an instrument go on.</summary>
/// <param name="InstrumentKey">The instrument, VENUE:SYMBOL.</param>
public sealed record ResumeInstrumentInput(string InstrumentKey);

/// <summary>What came of a halt.</summary>
/// <param name="Instrument">The instrument; null when it was refused.</param>
/// <param name="Error">Why it was refused; null when all is well.</param>
public sealed record HaltPayload(InstrumentNode? Instrument, TradingError? Error);
