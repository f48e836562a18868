import { RequestError, reasonOf } from "@/graphql/client";
import type { TradingError } from "./refusal";

/** What came of a command. */
export type Outcome<T> = { readonly value: T; readonly error: null } | { readonly value: null; readonly error: TradingError };

export type SubmissionState<T> =
  | { readonly phase: "idle" }
  | { readonly phase: "sending" }
  | { readonly phase: "done"; readonly value: T }
  /** The server said no: nothing happened. */
  | { readonly phase: "refused"; readonly error: TradingError }
  /** Nobody answered: it may have happened. Sending again is safe, since the key is the same. */
  | { readonly phase: "unknown"; readonly problem: string };

/**
 * One intention of a member, sent under one idempotency key: pressing twice sends once, and what got lost on the way is sent again under the
 * same key, so that it happens once or not at all.
 */
export class Submission<T> {
  #state: SubmissionState<T> = { phase: "idle" };
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly key: string,
    private readonly command: (key: string) => Promise<Outcome<T>>,
  ) {}

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SubmissionState<T> => this.#state;

  /** Sends it, unless it is on its way or has its answer. */
  readonly send = async (): Promise<void> => {
    if (this.#state.phase !== "idle" && this.#state.phase !== "unknown") return;
    this.#change({ phase: "sending" });
    try {
      const { value, error } = await this.command(this.key);
      this.#change(error === null ? { phase: "done", value } : { phase: "refused", error });
    } catch (error) {
      // A code is an answer of the server's; without one the connection broke somewhere.
      if (error instanceof RequestError && error.code !== null && error.code !== "INTERNAL")
        this.#change({ phase: "refused", error: { code: error.code, message: error.message, limit: null, actual: null, unit: null } });
      else this.#change({ phase: "unknown", problem: reasonOf(error) });
    }
  };

  #change(state: SubmissionState<T>): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A new idempotency key: 128 random bits. (`crypto.randomUUID` exists only on secure origins.) */
export function newIdempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
}
