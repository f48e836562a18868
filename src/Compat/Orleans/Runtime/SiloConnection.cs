namespace Orleans.Runtime;

/// <summary>The silo that a client's calls go to. A client outlives its silo: it may be connected to the next one.</summary>
internal sealed class SiloConnection(Silo? silo = null)
{
    private volatile Silo? _silo = silo;

    public Silo Silo
    {
        get => _silo ?? throw new SiloUnavailableException("The client is not connected to a silo.");
        set => _silo = value;
    }
}
