using Fincord.OrleansCompat;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>What else lets a request in: the chains of calls that may come back to this activation, and the predicate of its class.</summary>
internal sealed partial class Activation
{
    public void OpenSection(Guid chain)
    {
        var sections = Extras.Sections ??= [];
        sections[chain] = sections.GetValueOrDefault(chain) + 1;
    }

    public void CloseSection(Guid chain)
    {
        if (_extras?.Sections is not { } sections || !sections.TryGetValue(chain, out var open)) return;
        if (open == 1) sections.Remove(chain);
        else sections[chain] = open - 1;
    }

    private bool IsOpen(Guid chain) => chain != Guid.Empty && _extras?.Sections is { } sections && sections.ContainsKey(chain);

    /// <summary>Whether the predicate lets the request in, or would let in every one that runs and wants to be alone.</summary>
    private bool MayInterleave(GrainRequest request, Func<object, IInvokable, bool> predicate)
    {
        try
        {
            return predicate(GrainInstance!, request)
                || Extras.Running!.TrueForAll(one => one.Shape.AlwaysInterleave || predicate(GrainInstance!, one));
        }
        // Whatever a predicate throws belongs to the caller that arrived: it need not wait.
        catch (Exception failure)
        {
            request.IsRefused = true;
            request.Fail(failure);
            return true;
        }
    }

    private void Note(GrainRequest request, int change)
    {
        var running = Extras.Running ??= [];
        if (change > 0) running.Add(request);
        else running.Remove(request);
    }
}
