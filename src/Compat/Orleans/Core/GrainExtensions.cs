using Orleans.Runtime;

namespace Orleans;

/// <summary>What a grain or a reference to one tells about itself.</summary>
public static class GrainExtensions
{
    /// <summary>The identity.</summary>
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        GrainReference reference => reference.GrainId,
        IGrainBase { GrainContext: { } context } => context.GrainId,
        _ => throw new ArgumentException($"{grain.GetType()} is neither a grain nor a reference to one.", nameof(grain)),
    };

    /// <summary>The Guid key.</summary>
    public static Guid GetPrimaryKey(this IAddressable grain) => grain.GetGrainId().GetGuidKey();

    /// <summary>The Guid key and its extension.</summary>
    public static Guid GetPrimaryKey(this IAddressable grain, out string? keyExt) => grain.GetGrainId().GetGuidKey(out keyExt);

    /// <summary>The number key.</summary>
    public static long GetPrimaryKeyLong(this IAddressable grain) => grain.GetGrainId().GetIntegerKey();

    /// <summary>The number key and its extension.</summary>
    public static long GetPrimaryKeyLong(this IAddressable grain, out string? keyExt) => grain.GetGrainId().GetIntegerKey(out keyExt);

    /// <summary>The key as text.</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    /// <summary>Whether the key is a number.</summary>
    public static bool IsPrimaryKeyBasedOnLong(this IAddressable grain) => grain.GetGrainId().TryGetIntegerKey(out _, out _);

    /// <summary>A reference to the same grain as another interface. It is not checked that the grain implements it.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain) =>
        (TGrainInterface)grain.AsReference(typeof(TGrainInterface));

    /// <summary>A reference to the same grain as another interface. It is not checked that the grain implements it.</summary>
    public static object AsReference(this IAddressable grain, Type interfaceType) =>
        ReferencesOf(grain).Create(interfaceType, grain.GetGrainId());

    /// <summary>A reference to the same grain as another interface. It is not checked that the grain implements it.</summary>
    public static TGrainInterface Cast<TGrainInterface>(this IAddressable grain) => grain.AsReference<TGrainInterface>();

    /// <summary>A reference to the same grain as another interface. It is not checked that the grain implements it.</summary>
    public static object Cast(this IAddressable grain, Type interfaceType) => grain.AsReference(interfaceType);

    private static GrainReferences ReferencesOf(IAddressable grain) => grain switch
    {
        GrainReference reference => reference.Shared.Silo.References,
        IGrainBase { GrainContext: Activation activation } => activation.Silo.References,
        _ => throw new ArgumentException($"{grain.GetType()} is neither a grain nor a reference to one.", nameof(grain)),
    };
}
