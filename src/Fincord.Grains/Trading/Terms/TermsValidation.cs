using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Options;

namespace Fincord.Grains.Trading;

/// <summary>Makes the terms that are configured; what is wrong with them is told at the start, with the rule and what it may be.</summary>
internal sealed class TermsValidation(IEnumerable<ITermsSource> sources) : IValidateOptions<TermsOptions>
{
    /// <summary>The terms; throws <see cref="FormatException"/> with what is wrong.</summary>
    public static TradingTerms Make(TermsOptions options, IEnumerable<ITermsSource> sources) => new(
        [.. sources.SelectMany(source => source.Terms), .. options.Terms],
        [.. CalendarFiles.ReadShipped(), .. options.Calendars.Select(CalendarFiles.ReadFile)]);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TermsOptions options)
    {
        try
        {
            Make(options, sources);
            return ValidateOptionsResult.Success;
        }
        catch (FormatException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
