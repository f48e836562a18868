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
        (_service, Entry) = (service, entry);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        // Not a part of the grain's turn that registers it.
        using (ExecutionContext.SuppressFlow()) _ = Task.Factory.StartNew(
            Run, CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
    }

    public ReminderEntry Entry { get; }

    public void Dispose() => _ended.Cancel();

    private async Task Run()
    {
        try
        {
            for (var due = FirstDue(Now); ; due = NextDue(Now))
            {
                for (var wait = due - Now; wait > TimeSpan.Zero; wait = due - Now)
                    await Task.Delay(wait < LongestWait ? wait : LongestWait, _service.Time, _ended.Token);
                await Tick();
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // Unregistered, replaced, or the silo stops.
        }
    }

    private DateTime Now => _service.Time.GetUtcNow().UtcDateTime;

    private DateTime FirstDue(DateTime now) => now <= Entry.StartAt ? Entry.StartAt : NextDue(now);

    // The next one after now; a period of zero is as short as time gets.
    private DateTime NextDue(DateTime now)
    {
        var period = Math.Max(1, Entry.Period.Ticks);
        return now < Entry.StartAt ? Entry.StartAt : Entry.StartAt.AddTicks(((now - Entry.StartAt).Ticks / period + 1) * period);
    }

    private async Task Tick()
    {
        _ended.Token.ThrowIfCancellationRequested();
        var grain = _service.Silo.References.Create(typeof(IGrain), Entry.GrainId);
        try
        {
            await grain.Call(new TickRequest(Entry.ReminderName, new(Entry.StartAt, Entry.Period, Now)));
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
