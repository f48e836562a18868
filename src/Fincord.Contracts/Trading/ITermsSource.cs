using Fincord.Domain.Trading;

namespace Fincord.Contracts.Trading;

/// <summary>A source of markets that knows the terms of its instruments. What is configured counts before it.</summary>
public interface ITermsSource
{
    /// <summary>What it knows.</summary>
    IEnumerable<TermsRule> Terms { get; }
}
