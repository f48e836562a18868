using Spectre.Console;

namespace Fincord.Cli.Output;

/// <summary>Writes tables: with borders and colours on a terminal, as bare aligned columns elsewhere; nothing is ever cut off.</summary>
internal static class TableWriter
{
    // Wide enough for every table of ours: a narrow terminal wraps a line, which is better than cutting a number.
    private const int Unlimited = 4_000;

    /// <summary>A table with these headings; those that begin with &gt; have their column aligned to the right.</summary>
    public static Table WithColumns(params ReadOnlySpan<string> headings)
    {
        var table = new Table();
        foreach (var heading in headings)
        {
            var column = new TableColumn(new Text(heading.TrimStart('>'))) { NoWrap = true };
            table.AddColumn(heading.StartsWith('>') ? column.RightAligned() : column);
        }
        return table;
    }

    /// <summary>Writes a table to the output.</summary>
    public static void Write(CliSurroundings surroundings, Table table)
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Ansi = surroundings.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(surroundings.IsTerminal ? surroundings.Output : text),
        });
        console.Profile.Width = Unlimited;
        console.Write(table.Border(surroundings.IsTerminal ? TableBorder.Rounded : TableBorder.None));
        foreach (var line in text.ToString().Split('\n').SkipLast(1)) surroundings.Output.WriteLine(line.TrimEnd());
    }
}
