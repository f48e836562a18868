namespace Orleans;

/// <summary>The class converts values of a type that is not ours into a surrogate, which is sent, copied and stored in its place.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class RegisterConverterAttribute : Attribute;

/// <summary>The class is an <see cref="Serialization.Cloning.IDeepCopier{T}"/> that copies the values of its type in all messages.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class RegisterCopierAttribute : Attribute;

/// <summary>The class writes and reads values of a type on the wire. There is no wire inside of one process: only Orleans itself uses it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class RegisterSerializerAttribute : Attribute;

/// <summary>The class makes the objects into which Orleans reads messages. Here objects are copied, not read.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class RegisterActivatorAttribute : Attribute;

/// <summary>Objects of this type are made by a registered activator when Orleans reads them.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class UseActivatorAttribute : Attribute;

/// <summary>Orleans makes objects with this constructor when it reads them.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class GeneratedActivatorConstructorAttribute : Attribute;

/// <summary>Orleans does not look for repetitions of objects of this type on the wire.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SuppressReferenceTrackingAttribute : Attribute;

/// <summary>Orleans leaves members with default values out on the wire.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OmitDefaultMemberValuesAttribute : Attribute;

/// <summary>Which members have ids without saying so.</summary>
public enum GenerateFieldIds
{
    /// <summary>None: each member says its id.</summary>
    None,

    /// <summary>Public properties; Orleans derives their ids from their names.</summary>
    PublicProperties,
}

/// <summary>Turns values of a type into surrogates and back.</summary>
/// <typeparam name="TValue">The type, which may be anybody's.</typeparam>
/// <typeparam name="TSurrogate">What stands for it in messages: a [GenerateSerializer] struct of ours.</typeparam>
public interface IConverter<TValue, TSurrogate>
    where TSurrogate : struct
{
    /// <summary>The value of a surrogate.</summary>
    TValue ConvertFromSurrogate(in TSurrogate surrogate);

    /// <summary>The surrogate of a value.</summary>
    TSurrogate ConvertToSurrogate(in TValue value);
}
