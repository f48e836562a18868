namespace Fincord.Schemas.Views;

/// <summary>Why a request was refused: the one shape of every failure body.</summary>
/// <param name="Error">The HTTP status.</param>
/// <param name="Reason">Why, in a sentence for people.</param>
/// <param name="Code">Why, in a word for programs that never changes.</param>
public sealed record ErrorView(int Error, string Reason, string Code);
