namespace Fincord.Contracts.Trading;

/// <summary>Whether the streams are heard on which a venue tells what happens to accounts.</summary>
public enum VenueConnection
{
    /// <summary>There is none: no account needs one.</summary>
    Idle = 1,
    /// <summary>All are heard.</summary>
    Open = 2,
    /// <summary>One at least is not; it is opened again, and what was missed is asked for.</summary>
    Lost = 3,
}
