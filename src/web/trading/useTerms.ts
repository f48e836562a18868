import { useEffect, useState } from "react";
import { api } from "@/graphql/client";
import { TermsDocument, type TermsQuery } from "@/graphql/generated";
import { readAgainAfter } from "./model/session";

type Instrument = NonNullable<TermsQuery["instrument"]>;

/** On what terms an instrument is traded, and what its market does now; null until it is known. Read again when the market's phase changes. */
export function useTerms(key: string): Pick<Instrument, "terms" | "session"> | null {
  const [known, setKnown] = useState<Instrument | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lifetime = new AbortController();
    const read = async (): Promise<void> => {
      let instrument: Instrument | null = null;
      try {
        instrument = (await api().request(TermsDocument, { key }, lifetime.signal)).instrument;
        if (instrument) setKnown(instrument);
      } catch {
        // The ticket works without them, the server checks them anyway, and the next round asks again.
      }
      if (!lifetime.signal.aborted) timer = setTimeout(() => void read(), readAgainAfter(instrument?.session ?? null, Date.now()));
    };
    void read();
    return () => {
      lifetime.abort();
      clearTimeout(timer);
    };
  }, [key]);
  return known?.key === key ? known : null;
}
