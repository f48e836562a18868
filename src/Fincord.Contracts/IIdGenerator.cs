namespace Fincord.Contracts;

/// <summary>Gives ids. Tests hand in one that counts.</summary>
public interface IIdGenerator
{
    /// <summary>A version-7 GUID: later ones are larger.</summary>
    Guid Next();
}
