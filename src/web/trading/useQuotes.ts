import { useEffect, useState } from "react";
import { api } from "@/graphql/client";
import { InstrumentDocument, QuoteChangedDocument } from "@/graphql/generated";
import type { Quote } from "@/graphql/schema";
import { newerQuote } from "@/markets/model/quote";

/** The live quotes of some instruments, by key. */
export function useQuotes(keys: readonly string[]): ReadonlyMap<string, Quote> {
  const [quotes, setQuotes] = useState<ReadonlyMap<string, Quote>>(new Map());
  const joined = [...new Set(keys)].sort().join("\n");
  useEffect(() => {
    const learn = (key: string, quote: Quote | null): void =>
      setQuotes(known => {
        const newer = newerQuote(known.get(key) ?? null, quote);
        return newer === null || newer === known.get(key) ? known : new Map(known).set(key, newer);
      });
    const read = (key: string): void =>
      void api()
        .request(InstrumentDocument, { key })
        .then(
          ({ instrument }) => learn(key, instrument?.quote ?? null),
          // The account's own figures stand in for a quote that cannot be read.
          () => undefined,
        );
    const ends = joined
      .split("\n")
      .filter(Boolean)
      .map(key => {
        read(key);
        return api().subscribe(QuoteChangedDocument, { key }, { next: data => learn(key, data.quoteChanged), resumed: () => read(key) });
      });
    return () => ends.forEach(end => end());
  }, [joined]);
  return quotes;
}
