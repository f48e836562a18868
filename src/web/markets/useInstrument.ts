import { useCallback, useEffect, useState } from "react";
import { api, reasonOf } from "@/graphql/client";
import { InstrumentDocument, QuoteChangedDocument } from "@/graphql/generated";
import type { ListedInstrument, Quote } from "@/graphql/schema";
import { newerQuote } from "./model/quote";
import { unknownInstrument } from "./source";

export type InstrumentState =
  | { readonly phase: "loading" }
  | { readonly phase: "ready"; readonly instrument: ListedInstrument; readonly previousLast: string | null }
  | { readonly phase: "failed"; readonly problem: string };

/** One instrument and its live market. A component that shows another key must be another instance (React's `key`). */
export function useInstrument(key: string): { readonly state: InstrumentState; readonly retry: () => void } {
  const [state, setState] = useState<InstrumentState>({ phase: "loading" });

  const load = useCallback(
    async (signal?: AbortSignal) => {
      try {
        const { instrument } = await api().request(InstrumentDocument, { key }, signal);
        if (!instrument) throw unknownInstrument(key);
        setState(known =>
          known.phase === "ready" ? withQuote(known, instrument.quote) : { phase: "ready", instrument, previousLast: null },
        );
      } catch (error) {
        if (signal?.aborted) return;
        // What is on the screen stays: the connection's state tells that it is not fresh.
        setState(known => (known.phase === "ready" ? known : { phase: "failed", problem: reasonOf(error) }));
      }
    },
    [key],
  );

  useEffect(() => {
    const lifetime = new AbortController();
    void load(lifetime.signal);
    const unsubscribe = api().subscribe(
      QuoteChangedDocument,
      { key },
      {
        next: data => setState(known => (known.phase === "ready" ? withQuote(known, data.quoteChanged) : known)),
        resumed: () => void load(lifetime.signal),
      },
    );
    return () => {
      lifetime.abort();
      unsubscribe();
    };
  }, [key, load]);

  const retry = useCallback(() => {
    setState({ phase: "loading" });
    void load();
  }, [load]);
  return { state, retry };
}

type Ready = Extract<InstrumentState, { phase: "ready" }>;

function withQuote(known: Ready, quote: Quote | null): Ready {
  const newer = newerQuote(known.instrument.quote, quote);
  if (newer === known.instrument.quote) return known;
  const previousLast = newer?.last === known.instrument.quote?.last ? known.previousLast : (known.instrument.quote?.last ?? null);
  return { ...known, instrument: { ...known.instrument, quote: newer }, previousLast };
}
