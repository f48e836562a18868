using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Fincord.Domain.Markets;
using Fincord.Domain.Serialization;

namespace Fincord.Domain.Trading;

/// <summary>The id of an instrument's action, made of what tells it from others, so that telling it twice tells the same. The default value is no action.</summary>
[GenerateSerializer, Immutable, Alias("trading.instrument-action-id")]
[JsonConverter(typeof(InstrumentActionIdJsonConverter))]
public readonly record struct InstrumentActionId([property: Id(0)] Guid Value)
{
    /// <summary>The id of what is called <paramref name="name"/> among an instrument's actions: 128 bits of the SHA-256 of both.</summary>
    public static InstrumentActionId Of(InstrumentId instrument, string name) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{instrument}\n{name}")).AsSpan(0, 16)));

    /// <summary>The text of the GUID, 36 characters.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>An <see cref="InstrumentActionId"/> in JSON: the text of its GUID.</summary>
public sealed class InstrumentActionIdJsonConverter : GuidJsonConverter<InstrumentActionId>
{
    /// <inheritdoc/>
    protected override InstrumentActionId FromGuid(Guid guid) => new(guid);

    /// <inheritdoc/>
    protected override Guid ToGuid(InstrumentActionId value) => value.Value;
}
