import {
  Client,
  type CombinedError,
  fetchExchange,
  type Operation,
  type OperationResult,
  stringifyDocument,
  subscriptionExchange,
  type TypedDocumentNode,
} from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { realtime, type Subscriber } from "./realtime";

const timeoutMilliseconds = 20_000;

/** A question that was not answered: the server cannot be reached, or refused with a stable code. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly code: string | null,
  ) {
    super(message);
    this.name = "RequestError";
  }
}

/** The operations of one page: over HTTP, subscriptions over its one socket, and what has an identity kept once, in a normalised cache. */
export class Api {
  readonly #cached: Client;
  readonly #direct: Client;

  /** @param url Where GraphQL is asked over HTTP. */
  constructor(url = "/graphql") {
    const settings = {
      url,
      preferGetMethod: false as const,
      fetchOptions: { headers: { accept: "application/graphql-response+json, application/json;q=0.9" } },
    };
    this.#direct = new Client({ ...settings, exchanges: [fetchExchange] });
    this.#cached = new Client({ ...settings, exchanges: [normalised(), fetchExchange, overSocket()] });
  }

  /**
   * Asks for entities: the answer is the server's, and everything else on the page that shows one of them shows the same. Any GraphQL
   * error fails the whole answer: half an answer would be drawn as if it were all. An abort rejects with the signal's reason.
   */
  request<TData, TVariables extends object>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    signal?: AbortSignal,
  ): Promise<TData> {
    return ask(this.#cached, document, variables, signal);
  }

  /** Asks for series, which are long and no entities: they go past the cache. */
  requestSeries<TData, TVariables extends object>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    signal?: AbortSignal,
  ): Promise<TData> {
    return ask(this.#direct, document, variables, signal);
  }

  /**
   * Asks for a change. When nobody answers (a {@link RequestError} without a code) it may have happened: ask again with the same idempotency key.
   */
  mutate<TData, TVariables extends object>(document: TypedDocumentNode<TData, TVariables>, variables: TVariables): Promise<TData> {
    return ask(this.#cached, document, variables, undefined, "mutation");
  }

  /** Tells what is known of a question, again each time that one of its entities changes, until the returned function is called. Asks nothing. */
  watch<TData, TVariables extends object>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    next: (data: TData) => void,
  ): () => void {
    return this.#cached.query(document, variables, { requestPolicy: "cache-only" }).subscribe(({ data }) => {
      if (data) next(data);
    }).unsubscribe;
  }

  /** Subscribes until the returned function is called; values renew the cache. Of equal subscriptions the first one's `resumed` is called. */
  subscribe<TData, TVariables extends object>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    subscriber: Subscriber<TData>,
  ): () => void {
    return this.#cached.subscription(document, variables, { resumed: () => subscriber.resumed() }).subscribe(({ data }) => {
      if (data) subscriber.next(data);
    }).unsubscribe;
  }

  /** Subscribes to the values of a series until the returned function is called. */
  subscribeSeries<TData, TVariables extends object>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    subscriber: Subscriber<TData>,
  ): () => void {
    return realtime().subscribe<TData>({ query: stringifyDocument(document), variables }, subscriber);
  }
}

/** Instruments and their quotes are known by key; pages, candles and what an account consists of belong to what they hang on. */
function normalised() {
  return cacheExchange({
    keys: {
      Instrument: ({ key }) => key as string,
      Quote: ({ key }) => key as string,
      Candle: () => null,
      CandlesConnection: () => null,
      InstrumentsConnection: () => null,
      PageInfo: () => null,
      Balance: () => null,
      Breaker: () => null,
      Denial: () => null,
      EquityPoint: () => null,
      FillsConnection: () => null,
      JournalConnection: () => null,
      JournalEntry: () => null,
      JournalLine: () => null,
      AccountStatement: () => null,
      DailyPnl: () => null,
      Exposure: () => null,
      Movement: () => null,
      Performance: () => null,
      Profit: () => null,
      Risk: () => null,
      StatementEnd: () => null,
      TailRisk: () => null,
      Trade: () => null,
      TradesConnection: () => null,
      Terms: () => null,
      Session: () => null,
      Halt: () => null,
      OrdersConnection: () => null,
      Position: () => null,
      TradingError: () => null,
      TradingPayload: () => null,
    },
  });
}

function overSocket() {
  return subscriptionExchange({
    forwardSubscription: ({ query, variables }, operation: Operation) => ({
      subscribe: sink => ({
        unsubscribe: realtime().subscribe(
          { query: query ?? "", variables: variables as object },
          {
            next: (data: Record<string, unknown>) => sink.next({ data }),
            resumed: operation.context.resumed as () => void,
          },
        ),
      }),
    }),
  });
}

function ask<TData, TVariables extends object>(
  client: Client,
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
  kind: "query" | "mutation" = "query",
): Promise<TData> {
  const deadline = AbortSignal.timeout(timeoutMilliseconds);
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
  return new Promise<TData>((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const giveUp = (): void => {
      answer.unsubscribe();
      reject(signal?.aborted ? (signal.reason as Error) : new RequestError("The server did not answer in time.", null));
    };
    const answer = client[kind](document, variables, { requestPolicy: "network-only" }).subscribe(result => {
      if (result.stale) return;
      either.removeEventListener("abort", giveUp);
      queueMicrotask(() => answer.unsubscribe());
      settle(result, resolve, reject);
    });
    either.addEventListener("abort", giveUp);
  });
}

function settle<TData>({ data, error }: OperationResult<TData>, resolve: (data: TData) => void, reject: (reason: Error) => void): void {
  if (data && !error) resolve(data);
  else reject(refusalOf(error));
}

function refusalOf(error: CombinedError | undefined): RequestError {
  const refusal = error?.graphQLErrors[0];
  if (refusal) return new RequestError(refusal.message, (refusal.extensions.code as string | undefined) ?? null);
  const status = (error?.response as Response | undefined)?.status;
  return new RequestError(status ? `The server answered with HTTP ${status}.` : "The server cannot be reached.", null);
}

let shared: Api | undefined;

/** The page's own operations. */
export function api(): Api {
  return (shared ??= new Api());
}

/** What to tell a person about `error`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
