import type { Operation } from "./operations";

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

interface GraphQLAnswer<TData> {
  readonly data?: TData | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Asks the server of this page's own origin. Any GraphQL error fails the whole answer: half an answer would be drawn as if it were all.
 * An abort by `signal` rejects with the signal's reason.
 */
export async function request<TData, TVariables>(
  operation: Operation<TData, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
): Promise<TData> {
  const deadline = AbortSignal.timeout(timeoutMilliseconds);
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json, application/json;q=0.9" },
      body: JSON.stringify({ query: operation.text, variables }),
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
    return await dataOf<TData>(response);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof RequestError) throw error;
    throw new RequestError(deadline.aborted ? "The server did not answer in time." : "The server cannot be reached.", null);
  }
}

async function dataOf<TData>(response: Response): Promise<TData> {
  const text = await response.text();
  let answer: GraphQLAnswer<TData>;
  try {
    answer = JSON.parse(text) as GraphQLAnswer<TData>;
  } catch {
    throw new RequestError(`The server answered with HTTP ${response.status}.`, null);
  }
  const error = answer.errors?.[0];
  if (error) throw new RequestError(error.message, error.extensions?.code ?? null);
  if (!answer.data) throw new RequestError(`The server answered with HTTP ${response.status}.`, null);
  return answer.data;
}

/** What to tell a person about `error`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
