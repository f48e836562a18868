namespace Orleans.Serialization;

/// <summary>A value of a call, stream or state has a type that no codec was generated for.</summary>
/// <param name="message">Which type.</param>
public sealed class CodecNotFoundException(string message) : Exception(message);
