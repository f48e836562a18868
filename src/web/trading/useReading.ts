import { useCallback, useEffect, useState } from "react";
import { reasonOf } from "@/graphql/client";

export type Reading<T> =
  { readonly phase: "loading" } | { readonly phase: "ready"; readonly value: T } | { readonly phase: "failed"; readonly problem: string };

/** What `read` answers, read anew when it is another function; what is known stays when a later reading fails. */
export function useReading<T>(read: (signal: AbortSignal) => Promise<T>): { readonly reading: Reading<T>; readonly retry: () => void } {
  const [reading, setReading] = useState<Reading<T>>({ phase: "loading" });
  const load = useCallback(
    async (signal: AbortSignal) => {
      try {
        const value = await read(signal);
        if (!signal.aborted) setReading({ phase: "ready", value });
      } catch (error) {
        if (!signal.aborted) setReading(known => (known.phase === "ready" ? known : { phase: "failed", problem: reasonOf(error) }));
      }
    },
    [read],
  );
  useEffect(() => {
    const lifetime = new AbortController();
    void load(lifetime.signal);
    return () => lifetime.abort();
  }, [load]);
  const retry = useCallback(() => {
    setReading({ phase: "loading" });
    void load(new AbortController().signal);
  }, [load]);
  return { reading, retry };
}
