using System.Buffers.Binary;
using System.Diagnostics;
using System.Numerics;
using Microsoft.Win32.SafeHandles;

namespace Fincord.Benchmarks.Trading;

/// <summary>
/// Commands on disk before they take effect. One thread writes and flushes what came while it flushed the time before, and only then hands that
/// group on; so a command that finds the disk idle is on its way at once, and under load many share a flush. A group is its length, its
/// Castagnoli checksum and its commands.
/// </summary>
internal sealed class CommandJournal : IDisposable
{
    private const int HeaderBytes = 8;
    private const int GroupBytes = 1 << 18;

    private readonly SafeFileHandle _file;
    private readonly Action<ReadOnlyMemory<byte>, long> _committed;
    private readonly Thread _thread;
    private readonly object _gate = new();
    private byte[] _gathering = new byte[GroupBytes];
    private byte[] _flushing = new byte[GroupBytes];
    private int _length = HeaderBytes;
    private long _began;
    private long _end;
    private bool _isClosing;

    /// <param name="path">A new file.</param>
    /// <param name="committed">Takes the commands of a group that is durable, and when its first one came (a <see cref="Stopwatch"/> timestamp).</param>
    public CommandJournal(string path, Action<ReadOnlyMemory<byte>, long> committed)
    {
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        _committed = committed;
        _thread = new(Run) { Name = "journal" };
        _thread.Start();
    }

    /// <summary>How long each flush took, in nanoseconds.</summary>
    public LatencyHistogram Flushes { get; } = new(step: 10_000);

    public void Append(ReadOnlySpan<byte> command)
    {
        lock (_gate)
        {
            while (_length + command.Length > GroupBytes) Monitor.Wait(_gate);
            if (_length == HeaderBytes)
            {
                _began = Stopwatch.GetTimestamp();
                Monitor.PulseAll(_gate);
            }
            command.CopyTo(_gathering.AsSpan(_length));
            _length += command.Length;
        }
    }

    /// <summary>Reads back what is whole.</summary>
    public static void Recover(string path, Action<ReadOnlyMemory<byte>> committed)
    {
        var bytes = File.ReadAllBytes(path).AsMemory();
        while (bytes.Length >= HeaderBytes)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
            if (length > bytes.Length - HeaderBytes) return;
            var group = bytes.Slice(HeaderBytes, length);
            if (Checksum(group.Span) != BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[4..])) return;
            committed(group);
            bytes = bytes[(HeaderBytes + length)..];
        }
    }

    /// <summary>Ends when all that was appended is durable and handed on.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosing = true;
            Monitor.PulseAll(_gate);
        }
        _thread.Join();
        _file.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            int length;
            long began;
            lock (_gate)
            {
                while (_length == HeaderBytes && !_isClosing) Monitor.Wait(_gate);
                if (_length == HeaderBytes) return;
                (_gathering, _flushing, length, began) = (_flushing, _gathering, _length, _began);
                _length = HeaderBytes;
                Monitor.PulseAll(_gate);
            }
            var group = _flushing.AsMemory(HeaderBytes, length - HeaderBytes);
            BinaryPrimitives.WriteInt32LittleEndian(_flushing, group.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(_flushing.AsSpan(4), Checksum(group.Span));
            var start = Stopwatch.GetTimestamp();
            RandomAccess.Write(_file, _flushing.AsSpan(0, length), _end);
            RandomAccess.FlushToDisk(_file);
            Flushes.Record((long)Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            _end += length;
            _committed(group, began);
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        return ~crc;
    }
}
