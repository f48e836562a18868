using Orleans.Streams;

namespace Fincord.Compat.Tests.Orleans.Simulation;

/// <summary>An event of the simulation: its number in its stream, and which numbers were published with it.</summary>
[GenerateSerializer, Immutable, Alias("compat.simulation.beat")]
public sealed record Beat(int Stream, int Number, int FirstOfBatch, int LastOfBatch, bool IsPoison);

/// <summary>
/// What one subscription has heard, and the rules for it: each event in its turn and none twice, but for those that are delivered again after
/// a failure, those that the consumer went back to, and those that were given up after they had failed for long enough.
/// </summary>
internal sealed class Hearing(StreamRules rules, int stream, int first, int firstAtMost)
{
    private readonly List<(Beat Beat, StreamSequenceToken Token)> _heard = [];
    private int _first = first;
    private int _firstAtMost = firstAtMost;
    private readonly List<(int Number, object Consumer, DateTimeOffset At)> _backs = [];
    private int? _next;
    private int? _again;
    private int? _finished;
    private DateTimeOffset _begun;
    private DateTimeOffset _since;
    private bool _isInside;
    private bool _isEnded;

    public int Stream => stream;

    /// <summary>Whether every event is to come; not when nobody knows whether the subscription exists.</summary>
    public bool IsLive { get; private set; }

    public bool HasHeardSince(int number) => _next > number;

    /// <summary>The subscription exists: every event from this number on is to come.</summary>
    public void Confirm(int number) => (IsLive, _firstAtMost, _since) = (true, number, rules.Now);

    /// <summary>Nothing is to come any more.</summary>
    public void End() => (IsLive, _isEnded) = (false, true);

    /// <summary>Whatever comes next is right: the subscription may have been without an observer.</summary>
    public void Loosen()
    {
        (IsLive, _first, _firstAtMost) = (false, 0, int.MaxValue);
        (_next, _again) = (null, null);
        _backs.Clear();
    }

    /// <summary>An event that the consumer may go back to, with what it gets then.</summary>
    public StreamSequenceToken? GoBack(Random random, object consumer)
    {
        if (_heard.Count == 0) return null;
        var (beat, token) = _heard[random.Next(Math.Max(0, _heard.Count - 4), _heard.Count)];
        _backs.Add((beat.Number == beat.LastOfBatch ? beat.Number + 1 : beat.FirstOfBatch, consumer, rules.Now));
        return token;
    }

    public void Begin(Beat beat, object consumer)
    {
        if (_isInside) Break($"was given {beat.Number} while it handled another event");
        if (_isEnded) Break($"was given {beat.Number} after it had ended");
        if (beat.Stream != stream) Break("was given an event of another stream");
        if (!IsInTurn(beat, consumer)) Break($"was given {beat.Number} when {_next?.ToString() ?? $"{_first} to {_firstAtMost}"} was next");
        (_isInside, _next) = (true, beat.Number);
        if (beat.Number == beat.FirstOfBatch) _begun = rules.Now;
        _backs.RemoveRange(0, _backs.FindLastIndex(one => one.Number == beat.Number) + 1);
    }

    public void Fail(Beat beat) => (_isInside, _again) = (false, beat.FirstOfBatch);

    public void Finish(Beat beat, StreamSequenceToken token)
    {
        (_isInside, _next) = (false, beat.Number + 1);
        _backs.Clear();
        if (beat.Number == beat.LastOfBatch) FinishBatch(beat.FirstOfBatch);
        _heard.Add((beat, token));
        rules.Heard++;
    }

    // A delivery that timed out may be executed all the same: for longer than the next event is tried, and before the event comes again.
    private void FinishBatch(int batch)
    {
        _again = rules.MayRepeat ? batch : null;
        if (_finished == batch) return;
        (_finished, _since) = (batch, rules.MayRepeat ? _begun : rules.Now);
    }

    private bool IsInTurn(Beat beat, object consumer)
    {
        if (_next is not { } next)
        {
            return beat.Number >= _first && (beat.Number <= _firstAtMost || rules.WasGivenUp(stream, _firstAtMost, beat.Number, _since));
        }
        if (beat.Number == _again || _backs.Exists(one => IsNext(beat, one.Number, one.At))) return true;
        // The activation that went back gets what it asked for; the one after it knows nothing of that.
        return !(_backs is [.., var last] && ReferenceEquals(last.Consumer, consumer)) && IsNext(beat, next, _since);
    }

    // What comes after others that were given up is next as well: they were tried since then, whether they had been heard before or not.
    private bool IsNext(Beat beat, int next, DateTimeOffset since) =>
        beat.Number == next || (beat.Number > next && rules.WasGivenUp(stream, next, beat.Number, since));

    private void Break(string what) => rules.Break($"a subscription to stream {stream} {what}");
}

/// <summary>What must hold for all subscriptions of a run.</summary>
internal sealed class StreamRules(TimeProvider time, bool mayRepeat)
{
    public static readonly TimeSpan MaxDeliveryTime = TimeSpan.FromSeconds(3);

    private readonly List<string> _broken = [];
    private readonly List<(Beat Beat, DateTimeOffset At)>[] _published = [[], []];
    private readonly Dictionary<Guid, Hearing> _hearings = [];

    public IReadOnlyList<string> Broken => _broken;

    public bool MayRepeat => mayRepeat;

    public DateTimeOffset Now => time.GetUtcNow();

    public int Streams => _published.Length;

    public int Published => _published.Sum(one => one.Count);

    public int Heard { get; set; }

    public int GivenUp { get; private set; }

    /// <summary>Whether activations begin with what was heard before, now and then.</summary>
    public bool MayGoBack { get; private set; } = true;

    public IEnumerable<Hearing> Live => _hearings.Values.Where(one => one.IsLive);

    public void Break(string rule) => _broken.Add(rule);

    /// <summary>
    /// From now on every subscription has to get on. Not before: to go back gives an event that fails all of its time again, in a cluster as
    /// here, so that activations that go back again and again while it is tried never get beyond it.
    /// </summary>
    public void Settle() => MayGoBack = false;

    /// <summary>The next events of a stream, published at once.</summary>
    public IReadOnlyList<Beat> Publish(int stream, int count, bool isPoison)
    {
        var events = _published[stream];
        var first = events.Count;
        for (var i = 0; i < count; i++) events.Add((new(stream, first + i, first, first + count - 1, isPoison), Now));
        return [.. events.Skip(first).Select(one => one.Beat)];
    }

    /// <summary>A subscription that is being made: what is published from now on may come.</summary>
    public Hearing Begin(int stream) => new(this, stream, _published[stream].Count, int.MaxValue);

    /// <summary>The subscription exists: what is published from now on has to come.</summary>
    public void Confirm(Hearing hearing, Guid id)
    {
        hearing.Confirm(_published[hearing.Stream].Count);
        _hearings[id] = hearing;
    }

    /// <summary>A subscription that the store has: one that was made, or one that nobody has heard of since its making failed.</summary>
    public Hearing Find(int stream, Guid id)
    {
        if (_hearings.TryGetValue(id, out var known)) return known;
        return _hearings[id] = new(this, stream, first: 0, firstAtMost: int.MaxValue);
    }

    /// <summary>Whether all before an event were tried for long enough, from the first of them on.</summary>
    public bool WasGivenUp(int stream, int first, int next, DateTimeOffset since)
    {
        var tried = _published[stream][first].At > since ? _published[stream][first].At : since;
        var batches = _published[stream].Skip(first).Take(next - first).DistinctBy(one => one.Beat.FirstOfBatch).Count();
        if (Now - tried < MaxDeliveryTime * batches) return false;
        GivenUp += batches;
        return true;
    }
}
