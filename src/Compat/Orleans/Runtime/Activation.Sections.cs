namespace Orleans.Runtime;

/// <summary>The chains of calls that may come back to this activation while it waits for them.</summary>
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
}
