import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { CandleInterval } from "@/graphql/schema";
import { parseCandleInterval } from "./model/candleInterval";

export interface Selection {
  /** The instrument the address names; null when it names none. */
  readonly key: string | null;
  readonly interval: CandleInterval;
  /** Goes there, so that the browser's back button returns. */
  readonly select: (key: string, interval: CandleInterval) => void;
}

/** The address of a selection on a page; pages have no other state worth a link. */
export function selectionAddress(key: string, interval: CandleInterval, page = "/"): string {
  // A colon and a slash are allowed in a query, and keys are read by people.
  const readable = encodeURIComponent(key).replaceAll("%3A", ":").replaceAll("%2F", "/");
  return `${page}?key=${readable}&interval=${interval}`;
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

/** What the address selects. Read from the browser itself: the router would tell later, and a radio button must not wait. */
export function useSelection(): Selection {
  const query = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => "",
  );
  const select = useCallback((key: string, interval: CandleInterval) => {
    window.history.pushState(null, "", selectionAddress(key, interval, window.location.pathname));
    for (const listener of [...listeners]) listener();
  }, []);
  return useMemo(() => {
    const parameters = new URLSearchParams(query);
    return { key: parameters.get("key")?.trim().toUpperCase() || null, interval: parseCandleInterval(parameters.get("interval")), select };
  }, [query, select]);
}
