using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Google.Protobuf;
using V1 = Fincord.Schemas.Trading.V1;

namespace Fincord.Benchmarks.Trading;

/// <summary>A trader: a connection of its own, and an account. It speaks gRPC as any client does.</summary>
internal sealed class OrderClient : IDisposable
{
    private const int HeaderLength = 5;

    private readonly HttpClient _http;
    private readonly string _account;
    private readonly Instrument _instrument;

    public OrderClient(Uri address, AccountId account, Instrument instrument)
    {
        _http = new(new SocketsHttpHandler()) { BaseAddress = address };
        (_account, _instrument) = (account.ToString(), instrument);
    }

    /// <summary>Buys so many counts of the instrument at its price. It ends when the order is acknowledged, and throws when it is not.</summary>
    public Task Buy(int counts) => Buy(counts, "/fincord.trading.v1.TradingService/PlaceOrder");

    /// <summary>Sends the same to a method that does nothing.</summary>
    public Task Echo(int counts) => Buy(counts, OrderHost.EchoMethod);

    public void Dispose() => _http.Dispose();

    private async Task Buy(int counts, string method)
    {
        var order = new V1.PlaceOrderRequest
        {
            AccountId = _account,
            IdempotencyKey = $"order-{counts}",
            Tickets =
            {
                new V1.OrderTicket
                {
                    InstrumentKey = _instrument.Key.Value,
                    Side = V1.OrderSide.Buy,
                    Type = V1.OrderType.Limit,
                    Quantity = new() { Mantissa = counts, Exponent = -_instrument.QuantityScale.Digits },
                    LimitPrice = new() { Mantissa = OrderHost.PriceOf(_instrument).Count, Exponent = -_instrument.PriceScale.Digits },
                },
            },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Frame(order)) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        request.Headers.TE.Add(new("trailers"));
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        var headers = body.Length == 0 ? response.Headers : response.TrailingHeaders;
        if (headers.GetValues("grpc-status").Single() != "0") throw new InvalidOperationException($"The order was refused: {headers}");
        var placed = V1.OrdersResponse.Parser.ParseFrom(body, HeaderLength, body.Length - HeaderLength).Orders.Single();
        if (placed.Status != V1.OrderStatus.Submitted) throw new InvalidOperationException($"The order was denied: {placed.Code} {placed.Reason}");
    }

    private static byte[] Frame(IMessage message)
    {
        var length = message.CalculateSize();
        var frame = new byte[HeaderLength + length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), length);
        message.WriteTo(frame.AsSpan(HeaderLength));
        return frame;
    }
}
