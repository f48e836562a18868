import { createClient, type Client } from "graphql-ws";
import { retryDelay } from "./backoff";

/** Whether what is on the screen is fed: not yet, now, or no longer (and being retried). */
export type ConnectionState = "connecting" | "live" | "reconnecting";

/** A subscription as it is sent. */
export interface SubscriptionRequest {
  readonly query: string;
  readonly variables: object;
}

/** What a subscription tells its owner. */
export interface Subscriber<TData> {
  /** A new value. */
  next(data: TData): void;
  /** It runs again after an interruption in which values were lost: ask for what is missing. */
  resumed(): void;
}

const pingEveryMilliseconds = 10_000;
const pongWithinMilliseconds = 5_000;
const acknowledgeWithinMilliseconds = 10_000;

/**
 * One socket for all subscriptions of the page (graphql-transport-ws). It is always kept open, so that its state is the truth about the
 * server; a subscription lives until its owner ends it, whatever the socket or the server does.
 */
export class Realtime {
  #client: Client;
  #state: ConnectionState = "connecting";
  #attempts = 0;
  #pong: ReturnType<typeof setTimeout> | undefined;
  #stopWaiting: (() => void) | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #resumed = new Set<() => void>();

  constructor(private readonly url: string) {
    this.#client = this.#open();
  }

  /** For React's useSyncExternalStore. */
  readonly onStateChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ConnectionState => this.#state;

  /** Ends the wait before the next attempt, because the network is said to be back or a person asks. */
  readonly retryNow = (): void => this.#stopWaiting?.();

  /** Subscribes until the returned function is called. */
  subscribe<TData>({ query, variables }: SubscriptionRequest, subscriber: Subscriber<TData>): () => void {
    const resumed = (): void => subscriber.resumed();
    let [ended, failures] = [false, 0];
    let again: ReturnType<typeof setTimeout> | undefined;
    let unsubscribe = (): void => undefined;

    // The library carries a subscription over to a new socket, but lets it die when the server completes or fails it.
    const interrupted = (): void => {
      if (ended) return;
      again = setTimeout(
        () => {
          start();
          resumed();
        },
        retryDelay(failures++, Math.random()),
      );
    };
    const start = (): void => {
      unsubscribe = this.#client.subscribe<TData, unknown>(
        { query, variables: variables as Record<string, unknown> },
        {
          next: result => {
            if (!result.data || ended) return;
            failures = 0;
            subscriber.next(result.data);
          },
          error: interrupted,
          complete: interrupted,
        },
      );
    };

    this.#resumed.add(resumed);
    start();
    return () => {
      ended = true;
      clearTimeout(again);
      this.#resumed.delete(resumed);
      unsubscribe();
    };
  }

  #open(): Client {
    return createClient({
      url: this.url,
      lazy: false,
      keepAlive: pingEveryMilliseconds,
      connectionAckWaitTimeout: acknowledgeWithinMilliseconds,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: () => this.#wait(),
      // A close code that the library takes for final (a proxy's, say) is not final for a page that somebody looks at.
      onNonLazyError: () =>
        void this.#wait().then(() => {
          this.#client = this.#open();
        }),
      on: {
        connected: () => this.#connected(),
        closed: () => this.#lost(),
        error: () => this.#lost(),
        ping: received => {
          if (!received) this.#expectPong();
        },
        pong: received => {
          if (received) clearTimeout(this.#pong);
        },
      },
    });
  }

  #wait(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, retryDelay(this.#attempts++, Math.random()));
      this.#stopWaiting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #expectPong(): void {
    clearTimeout(this.#pong);
    this.#pong = setTimeout(() => this.#client.terminate(), pongWithinMilliseconds);
  }

  #connected(): void {
    const again = this.#state === "reconnecting";
    this.#attempts = 0;
    this.#change("live");
    if (again) for (const resumed of [...this.#resumed]) resumed();
  }

  #lost(): void {
    clearTimeout(this.#pong);
    this.#change("reconnecting");
  }

  #change(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

let shared: Realtime | undefined;

/** The page's socket, opened when first asked for. Only in the browser. */
export function realtime(): Realtime {
  if (shared) return shared;
  const opened = new Realtime(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`);
  window.addEventListener("online", opened.retryNow);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) opened.retryNow();
  });
  return (shared = opened);
}
