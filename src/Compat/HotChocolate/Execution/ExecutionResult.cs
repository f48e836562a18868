using System.Collections;
using System.Globalization;
using System.Buffers;

namespace HotChocolate.Execution;

/// <summary>The answer to one operation, or to one event of a subscription.</summary>
internal sealed class ExecutionResult : IDisposable
{
    private readonly ResultWriter? _data;

    private ExecutionResult(ResultWriter? data, IReadOnlyList<IError> errors, int? status) => (_data, Errors, Status) = (data, errors, status);

    /// <summary>The errors, filtered.</summary>
    public IReadOnlyList<IError> Errors { get; }

    /// <summary>Whether the operation was executed; otherwise there are only errors and no data.</summary>
    public bool IsExecuted => _data is not null;

    /// <summary>A result with data, which is the JSON <c>{"data":…}</c>; the result owns the writer.</summary>
    public static ExecutionResult Of(ResultWriter data, IReadOnlyList<IError> errors) => new(data, errors, null);

    /// <summary>The HTTP status that tells it, where it is not the usual one.</summary>
    public int? Status { get; }

    /// <summary>A request that was not executed.</summary>
    public static ExecutionResult Refused(IReadOnlyList<IError> errors, int? status = null) => new(null, errors, status);

    /// <summary>The cost to report under <c>extensions</c>, if the request asks for it.</summary>
    public CostAnalysis.OperationCost? Cost { get; set; }

    /// <summary>The length of the JSON in bytes, where it is known beforehand.</summary>
    public int? Length => Errors.Count == 0 && Cost is null ? _data!.Position : null;

    public void Dispose() => _data?.Dispose();

    /// <summary>Writes the response as JSON.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        if (Errors.Count > 0)
        {
            using var errors = new ResultWriter();
            errors.Raw("{\"errors\":"u8);
            WriteErrors(errors, Errors);
            errors.Byte(_data is null ? (byte)'}' : (byte)',');
            output.Write(errors.Written.Span);
        }
        if (_data is null) return;
        var data = Errors.Count > 0 ? _data.Written.Span[1..] : _data.Written.Span;
        output.Write(Cost is null ? data : data[..^1]);
        if (Cost is { } cost) WriteCost(output, cost);
    }

    private static void WriteCost(IBufferWriter<byte> output, CostAnalysis.OperationCost cost)
    {
        using var extensions = new ResultWriter();
        extensions.Raw(",\"extensions\":{\"operationCost\":{\"fieldCost\":"u8);
        extensions.Number(cost.FieldCost);
        extensions.Raw(",\"typeCost\":"u8);
        extensions.Number(cost.TypeCost);
        extensions.Raw("}}}"u8);
        output.Write(extensions.Written.Span);
    }

    /// <summary>Writes errors as a JSON array.</summary>
    public static void WriteErrors(ResultWriter writer, IReadOnlyList<IError> errors)
    {
        writer.Byte((byte)'[');
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0) writer.Byte((byte)',');
            WriteError(writer, errors[i]);
        }
        writer.Byte((byte)']');
    }

    /// <summary>Writes an error as a JSON object.</summary>
    public static void WriteError(ResultWriter writer, IError error)
    {
        writer.Raw("{\"message\":"u8);
        writer.String(error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            writer.Raw(",\"locations\":["u8);
            for (var i = 0; i < locations.Count; i++)
            {
                writer.Raw(i > 0 ? ",{\"line\":"u8 : "{\"line\":"u8);
                writer.Number(locations[i].Line);
                writer.Raw(",\"column\":"u8);
                writer.Number(locations[i].Column);
                writer.Byte((byte)'}');
            }
            writer.Byte((byte)']');
        }
        if (error.Path is { } path)
        {
            writer.Raw(",\"path\":"u8);
            WriteValue(writer, path.ToList());
        }
        if (error.Extensions is { Count: > 0 } extensions)
        {
            writer.Raw(",\"extensions\":"u8);
            WriteValue(writer, extensions);
        }
        writer.Byte((byte)'}');
    }

    private static void WriteValue(ResultWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.Null(); break;
            case string text: writer.String(text); break;
            case bool flag: writer.Boolean(flag); break;
            case int number: writer.Number(number); break;
            case long number: writer.Number(number); break;
            case decimal number: writer.Number(number); break;
            case double number when double.IsFinite(number): writer.Number(number); break;
            case IEnumerable<KeyValuePair<string, object?>> map:
                var separator = (byte)'{';
                foreach (var (key, item) in map)
                {
                    writer.Byte(separator);
                    separator = (byte)',';
                    writer.String(key);
                    writer.Byte((byte)':');
                    WriteValue(writer, item);
                }
                writer.Raw(separator == '{' ? "{}"u8 : "}"u8);
                break;
            case IEnumerable list:
                var comma = (byte)'[';
                foreach (var item in list)
                {
                    writer.Byte(comma);
                    comma = (byte)',';
                    WriteValue(writer, item);
                }
                writer.Raw(comma == '[' ? "[]"u8 : "]"u8);
                break;
            default:
                writer.String(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }
}
