using Fincord.OrleansCompat;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Reminders;

/// <summary>A reminder that runs in this silo.</summary>
internal sealed class Reminder : IDisposable
{
    // The longest a timer may wait; what is due later is waited for in parts.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    private readonly ReminderService _service;
    private readonly CancellationTokenSource _ended;

    public Reminder(ReminderService service, ReminderEntry entry, CancellationToken stopped)
    {
        (_service, Entry, Due) = (service, entry, entry.FirstDue(service.Now));
        _ended = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        // Not a part of the grain's turn that registers it.
        using (ExecutionContext.SuppressFlow()) _ = Task.Factory.StartNew(
            Run, CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
    }

    public ReminderEntry Entry { get; }

    /// <summary>When the next tick is due; in the past while one is on its way.</summary>
    public DateTime Due { get; private set; }

    public void Dispose() => _ended.Cancel();

    private async Task Run()
    {
        try
        {
            for (;; Due = Entry.NextDue(_service.Now))
            {
                for (var wait = Due - _service.Now; wait > TimeSpan.Zero; wait = Due - _service.Now)
                    await Task.Delay(wait < LongestWait ? wait : LongestWait, _service.Time, _ended.Token);
                await Tick();
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // Unregistered, replaced, or the silo stops.
        }
    }

    private async Task Tick()
    {
        _ended.Token.ThrowIfCancellationRequested();
        var now = _service.Now;
        var instruments = _service.Silo.Instruments.Reminders;
        instruments.Ticks(now - Due);
        var grain = _service.Silo.References.Create(typeof(IGrain), Entry.GrainId);
        try
        {
            await grain.Call(new TickRequest(Entry.ReminderName, new(Entry.StartAt, Entry.Period, now)));
            instruments.Delivered();
        }
        // Whatever a grain does with a tick, the next one comes.
        catch (Exception failure)
        {
            _service.Logger.LogWarning(failure, "Reminder {Name} of {GrainId} failed.", Entry.ReminderName, Entry.GrainId);
        }
    }

    private sealed class TickRequest(string name, TickStatus status) : TaskRequest
    {
        private static readonly RequestShape Ordinary =
            new(typeof(IRemindable), nameof(IRemindable.ReceiveReminder), [typeof(string), typeof(TickStatus)]);

        private string _name = name;
        private TickStatus _status = status;

        public override RequestShape Shape => Ordinary;

        public override int GetArgumentCount() => 2;

        public override object GetArgument(int index) => index == 0 ? _name : _status;

        public override void SetArgument(int index, object? value)
        {
            if (index == 0) _name = (string)value!;
            else _status = (TickStatus)value!;
        }

        protected internal override Task Invoke(object target) => ((IRemindable)target).ReceiveReminder(_name, _status);
    }
}
