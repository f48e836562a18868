using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Fincord.Domain.Serialization;

namespace Fincord.Domain.Trading;

/// <summary>The id of an order: a version-7 GUID from the injected generator, so ids rise with time. The default value is no order.</summary>
[GenerateSerializer, Immutable, Alias("trading.order-id")]
[JsonConverter(typeof(OrderIdJsonConverter))]
public readonly record struct OrderId([property: Id(0)] Guid Value) : IComparable<OrderId>
{
    /// <summary>The id of an order that a venue placed by itself, made from the venue's own id for it as <see cref="FillId.Of"/> makes a fill's.</summary>
    public static OrderId Of(string venue, AccountId account, string venueOrderId) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{venue}\n{account}\norder {venueOrderId}")).AsSpan(0, 16)));

    /// <inheritdoc/>
    public int CompareTo(OrderId other) => Value.CompareTo(other.Value);

    /// <summary>The 36 characters that venues take as a client order id.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>An <see cref="OrderId"/> in JSON: the text of its GUID.</summary>
public sealed class OrderIdJsonConverter : GuidJsonConverter<OrderId>
{
    /// <inheritdoc/>
    protected override OrderId FromGuid(Guid guid) => new(guid);

    /// <inheritdoc/>
    protected override Guid ToGuid(OrderId value) => value.Value;
}
