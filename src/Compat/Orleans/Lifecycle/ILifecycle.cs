namespace Orleans
{
    /// <summary>Hears of one stage of a life.</summary>
    public interface ILifecycleObserver
    {
        /// <summary>The stage is reached on the way up.</summary>
        Task OnStart(CancellationToken cancellationToken = default);

        /// <summary>The stage is left on the way down; called only when the start of the stage was reached.</summary>
        Task OnStop(CancellationToken cancellationToken = default);
    }

    /// <summary>A life in stages: up in ascending, down in descending order; a stage that fails ends the start.</summary>
    public interface ILifecycleObservable
    {
        /// <summary>Joins a stage, until the result is disposed.</summary>
        IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer);
    }

    /// <summary>Joins a life when it is made.</summary>
    /// <typeparam name="TLifecycleObservable">The kind of life.</typeparam>
    public interface ILifecycleParticipant<TLifecycleObservable>
        where TLifecycleObservable : ILifecycleObservable
    {
        /// <summary>Joins the stages it needs.</summary>
        void Participate(TLifecycleObservable lifecycle);
    }

    /// <summary>Stages joined with functions.</summary>
    public static class LifecycleExtensions
    {
        /// <summary>Joins a stage with what is to be done on the way up.</summary>
        public static IDisposable Subscribe(
            this ILifecycleObservable observable, string observerName, int stage, Func<CancellationToken, Task> onStart) =>
            observable.Subscribe(observerName, stage, onStart, onStop: null);

        /// <summary>Joins a stage with what is to be done on the way up and on the way down.</summary>
        public static IDisposable Subscribe(
            this ILifecycleObservable observable, string observerName, int stage,
            Func<CancellationToken, Task> onStart, Func<CancellationToken, Task>? onStop) =>
            observable.Subscribe(observerName, stage, new FunctionObserver(onStart, onStop));

        /// <summary>Joins a stage under the name of a type.</summary>
        public static IDisposable Subscribe<TObserver>(this ILifecycleObservable observable, int stage, ILifecycleObserver observer) =>
            observable.Subscribe(typeof(TObserver).FullName!, stage, observer);

        private sealed class FunctionObserver(Func<CancellationToken, Task> onStart, Func<CancellationToken, Task>? onStop) : ILifecycleObserver
        {
            public Task OnStart(CancellationToken cancellationToken = default) => onStart(cancellationToken);

            public Task OnStop(CancellationToken cancellationToken = default) => onStop?.Invoke(cancellationToken) ?? Task.CompletedTask;
        }
    }

    /// <summary>The stages of a silo.</summary>
    public static class ServiceLifecycleStage
    {
        /// <summary>Before everything.</summary>
        public const int First = int.MinValue;

        /// <summary>The runtime is made.</summary>
        public const int RuntimeInitialize = 2_000;

        /// <summary>The runtime's services.</summary>
        public const int RuntimeServices = 4_000;

        /// <summary>The runtime's storage.</summary>
        public const int RuntimeStorageServices = 6_000;

        /// <summary>The runtime's services for grains.</summary>
        public const int RuntimeGrainServices = 8_000;

        /// <summary>After the runtime's services for grains.</summary>
        public const int AfterRuntimeGrainServices = 8_100;

        /// <summary>The application's services.</summary>
        public const int ApplicationServices = 10_000;

        /// <summary>Other silos are looked for; here there are none.</summary>
        public const int ValidateInitialConnectivity = 19_900;

        /// <summary>Just before calls are taken.</summary>
        public const int BecomeActive = 19_999;

        /// <summary>Calls are taken.</summary>
        public const int Active = 20_000;

        /// <summary>After everything.</summary>
        public const int Last = int.MaxValue;
    }
}

namespace Orleans.Runtime
{
    /// <summary>The life of an activation: see <see cref="GrainLifecycleStage"/>.</summary>
    public interface IGrainLifecycle : ILifecycleObservable;

    /// <summary>The life of a silo: see <see cref="ServiceLifecycleStage"/>.</summary>
    public interface ISiloLifecycle : ILifecycleObservable
    {
        /// <summary>The highest stage that was completed on the way up.</summary>
        int HighestCompletedStage { get; }

        /// <summary>The lowest stage that was left on the way down.</summary>
        int LowestStoppedStage { get; }
    }

    /// <summary>The stages of an activation.</summary>
    public static class GrainLifecycleStage
    {
        /// <summary>Before everything.</summary>
        public const int First = int.MinValue;

        /// <summary>Persistent state is read.</summary>
        public const int SetupState = 1_000;

        /// <summary><see cref="IGrainBase.OnActivateAsync"/> runs.</summary>
        public const int Activate = 2_000;

        /// <summary>After everything.</summary>
        public const int Last = int.MaxValue;
    }
}
