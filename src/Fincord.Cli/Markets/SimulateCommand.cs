using System.CommandLine;
using Fincord.Connectors.Sim;
using Fincord.Contracts;
using Fincord.Domain.Markets;

namespace Fincord.Cli.Markets;

/// <summary>
/// <c>simulate KEY FILE --from TIME --to TIME</c>: writes what the simulated market makes into a file that <c>./fincord up --replay</c> reads.
/// It asks no server: the simulated market is a function of its seed and the time.
/// </summary>
internal static class SimulateCommand
{
    public static Command Describe(CliSurroundings surroundings)
    {
        var key = Arguments.Key();
        var file = new Argument<string>("FILE") { Description = "What to write: .json or .csv, packed when .gz follows. It must not exist." };
        var from = Required(Arguments.Time("--from", "Begin at this time (UTC)."));
        var to = Required(Arguments.Time("--to", "End before this time (UTC)."));
        var interval = Arguments.Interval();
        (interval.Required, interval.Description) = (false, "Write bars of this length instead of trades.");
        var seed = new Option<ulong>("--seed") { Description = "Another market.", HelpName = "N", DefaultValueFactory = _ => new SimOptions().Seed };
        var command = new Command("simulate", "Write trades or bars of the simulated market into a file.") { key, file, from, to, interval, seed };
        command.SetAction(parsed =>
        {
            var market = new SimMarket(new SimOptions { Seed = parsed.GetValue(seed) });
            var instrument = market.Instruments.FirstOrDefault(candidate => candidate.Key == parsed.GetRequiredValue(key));
            var (start, end) = (parsed.GetValue(from)!.Value, parsed.GetValue(to)!.Value);
            var path = parsed.GetRequiredValue(file);
            var refusal = instrument is null ? $"The simulated market has no {parsed.GetRequiredValue(key)}: it has {string.Join(", ", market.Instruments.Select(one => one.Key))}."
                : start.Nanoseconds < 0 || start >= end ? "--from lies before --to, and not before 1970."
                : !IsKnown(path) ? $"'{path}' ends neither in .json nor in .csv, nor in one of them and .gz."
                : null;
            if (refusal is not null) return Refuse(surroundings, refusal);
            try
            {
                Write(path, instrument!, market.GenerateTrades(instrument!.Key, start, end), parsed.GetResult(interval) is null ? null : parsed.GetValue(interval));
                return ExitCodes.Ok;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return Refuse(surroundings, failure.Message);
            }
        });
        return command;
    }

    private static void Write(string path, SimInstrument instrument, IEnumerable<TradePrint> trades, CandleInterval? interval)
    {
        if (File.Exists(path)) throw new IOException($"{path} exists already.");
        using var output = SimExporter.Create(path);
        var definition = instrument.Definition;
        if (interval is { } length)
        {
            var bars = SimExporter.ToBars(trades, length);
            if (IsJson(path)) SimExporter.WriteBarsJson(output, definition, bars);
            else SimExporter.WriteBarsCsv(output, definition, length, bars);
        }
        else if (IsJson(path)) SimExporter.WriteTradesJson(output, definition, trades);
        else SimExporter.WriteTradesCsv(output, definition, trades);
    }

    private static bool IsKnown(string path) => IsJson(path) || Unpacked(path).EndsWith(".csv", StringComparison.Ordinal);

    private static bool IsJson(string path) => Unpacked(path).EndsWith(".json", StringComparison.Ordinal);

    private static string Unpacked(string path) => path.EndsWith(".gz", StringComparison.Ordinal) ? path[..^3] : path;

    private static Option<T> Required<T>(Option<T> option)
    {
        option.Required = true;
        return option;
    }

    private static int Refuse(CliSurroundings surroundings, string reason)
    {
        surroundings.Error.WriteLine($"fincord: {RefusalCodes.InvalidArgument}: {reason}");
        return ExitCodes.BadArguments;
    }
}
