using System.ComponentModel;
using Orleans.Runtime;

namespace Fincord.OrleansCompat;

/// <summary>Something that has to be done by a time. It is a link of the list that watches it, so watching allocates nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Deadline
{
    internal Deadline? Previous;
    internal Deadline? Next;
    internal DeadlineList? List;
    internal long Due;

    private protected Deadline()
    {
    }

    /// <summary>The time is over; called at most once, after it left the list.</summary>
    internal abstract void Expire();
}
