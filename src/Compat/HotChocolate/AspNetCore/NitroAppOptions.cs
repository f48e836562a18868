namespace ChilliCream.Nitro.App;

/// <summary>The page that the real package shows to browsers.</summary>
public class NitroAppOptions
{
    /// <summary>Whether there is one. It makes no difference here, since this server has none.</summary>
    public bool Enable { get; set; } = true;
}
