using System.Buffers;

namespace Fincord.Connectors.Files;

/// <summary>
/// Cuts one JSON array into its elements by following brackets and quotes only. What is between them is looked at when the element
/// is read, so that one bad value (<c>NaN</c>, say) costs one record and not the rest of the file.
/// </summary>
internal sealed class JsonElements(string path, MarketFileContent content) : RecordSplitter(path, content)
{
    private enum Place { BeforeArray, BeforeFirst, BeforeElement, InElement, AfterElement, AfterArray }

    private static readonly SearchValues<byte> OutsideText = SearchValues.Create("\"[]{},"u8);

    private readonly byte[] beginning = new byte[4_096];
    private Place place;
    private int searched;
    private int depth;
    private bool inText;
    private bool passedOver;

    /// <inheritdoc/>
    public override bool TryNext(out ReadOnlySpan<byte> record)
    {
        record = default;
        while (place is not Place.InElement)
        {
            SkipWhiteSpace();
            if (Buffered.IsEmpty) return HasEnded && place is not Place.AfterArray ? throw Broken("ends before its array does") : false;
            Enter(Buffered[0]);
        }
        var end = FindEnd();
        if (end < 0)
        {
            if (HasEnded) throw Broken($"ends in the middle of record {Ordinal}, which starts on line {Line}");
            if (passedOver || searched > MaxRecordLength) PassOver();
            return false;
        }
        if (passedOver || end > MaxRecordLength) PassOver();
        else
        {
            record = Buffered[..end].TrimEnd(" \t\r\n"u8);
            Take(end);
        }
        if (passedOver) record = beginning;
        IsOverlong = passedOver;
        (place, searched, passedOver) = (Place.AfterElement, 0, false);
        return true;
    }

    private void Enter(byte next)
    {
        var isPunctuation = next is (byte)',' or (byte)']' or (byte)'}';
        if (!isPunctuation && place is Place.BeforeFirst or Place.BeforeElement)
        {
            place = Place.InElement;
            Ordinal++;
            Line = NextLine;
            return;
        }
        place = (place, (char)next) switch
        {
            (Place.BeforeArray, '[') => Place.BeforeFirst,
            (Place.AfterElement, ',') => Place.BeforeElement,
            (Place.BeforeFirst or Place.AfterElement, ']') => Place.AfterArray,
            _ => throw Broken($"is broken JSON on line {NextLine}, after record {Ordinal}: '{(char)next}' cannot stand there"),
        };
        Take(1);
    }

    // The index just after the element, or -1 when it goes on beyond the buffer.
    private int FindEnd()
    {
        while (searched < Buffered.Length)
        {
            var rest = Buffered[searched..];
            var found = inText ? rest.IndexOfAny((byte)'"', (byte)'\\') : rest.IndexOfAny(OutsideText);
            if (found < 0)
            {
                searched = Buffered.Length;
                return -1;
            }
            var character = rest[found];
            searched += found;
            if (inText && character == '\\')
            {
                // The escaped character decides nothing; it may be in the next buffer.
                if (searched + 1 >= Buffered.Length) return -1;
                searched += 2;
                continue;
            }
            // A bare value (a number, null) ends where the array goes on.
            var isPunctuation = character is (byte)',' or (byte)']' or (byte)'}';
            if (isPunctuation && depth == 0) return searched;
            searched++;
            if (character == '"') inText = !inText;
            else if (character is (byte)'[' or (byte)'{') depth++;
            else if (isPunctuation && character != ',' && --depth == 0) return searched;
        }
        return -1;
    }

    // What has been searched is dropped: only the beginning of such an element is ever shown.
    private void PassOver()
    {
        if (!passedOver) Buffered[..beginning.Length].CopyTo(beginning);
        passedOver = true;
        Take(searched);
        searched = 0;
    }

    private void SkipWhiteSpace()
    {
        var length = Buffered.IndexOfAnyExcept(" \t\r\n"u8);
        Take(length < 0 ? Buffered.Length : length);
    }

    private MarketFileException Broken(string why) => new(Path, why + (Ordinal == 0 ? "." : "; what came before was read."));
}
