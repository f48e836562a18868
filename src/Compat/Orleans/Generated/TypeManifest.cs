using System.ComponentModel;
using Orleans.Runtime;

namespace Fincord.OrleansCompat;

/// <summary>Names the <see cref="TypeManifest"/> that was generated for an assembly.</summary>
/// <param name="manifest">The class.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TypeManifestAttribute(Type manifest) : Attribute
{
    /// <summary>The class.</summary>
    public Type Manifest { get; } = manifest;
}

/// <summary>Names a referenced assembly that has grains or messages, so that a silo finds what no code names.</summary>
/// <param name="assemblyName">The assembly's simple name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ApplicationPartAttribute(string assemblyName) : Attribute
{
    /// <summary>The assembly's simple name.</summary>
    public string AssemblyName { get; } = assemblyName;
}

/// <summary>Names a type of elsewhere that has its copier from this assembly, so that projects that reference it may send such values.</summary>
/// <param name="type">The type, or the generic type without arguments.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class CopiedTypeAttribute(Type type) : Attribute
{
    /// <summary>The type.</summary>
    public Type Type { get; } = type;
}

/// <summary>What the generator found in an assembly.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TypeManifest
{
    /// <summary>Tells the grain interfaces, grain classes and copiers.</summary>
    public abstract void Describe(ITypeRegistry registry);
}

/// <summary>Hears what an assembly has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITypeRegistry
{
    /// <summary>A grain or observer interface and its reference class.</summary>
    void AddInterface(Type type, string? alias, Func<GrainReferenceShared, IdSpan, GrainReference> createReference);

    /// <summary>A generic grain or observer interface and its reference class, which has the same type parameters and a method Create.</summary>
    void AddGenericInterface(Type type, string? alias, Type reference);

    /// <summary>A grain class, or a generic one without arguments.</summary>
    void AddGrainClass(Type type);

    /// <summary>The alias of a message or interface, which stands for it in the names of generic grains.</summary>
    void AddAlias(string alias, Type type);

    /// <summary>How values of a type are copied.</summary>
    void AddCopier<T>(Copier<T> copier);

    /// <summary>How values of a generic type are copied: the copier's type has the same type parameters.</summary>
    void AddGenericCopier(Type type, Type copier);

    /// <summary>How values of a type are copied for which there is a converter, and no copier.</summary>
    void AddConverter<T>(Copier<T> copier);

    /// <summary>How values of a generic type are copied for which there is a converter, and no copier.</summary>
    void AddGenericConverter(Type type, Type copier);

    /// <summary>Values of this type, or of this generic type, are never changed, so they need no copy.</summary>
    void AddImmutable(Type type);
}
