import { useSearchParams } from "next/navigation";
import { useCallback } from "react";
import type { CandleInterval } from "@/graphql/schema";
import { parseCandleInterval } from "./model/candleInterval";

export interface Selection {
  /** The instrument the address names; null when it names none. */
  readonly key: string | null;
  readonly interval: CandleInterval;
  /** Goes there, so that the browser's back button returns. */
  readonly select: (key: string, interval: CandleInterval) => void;
}

/** The address of a selection; the page has no other state worth a link. */
export function selectionAddress(key: string, interval: CandleInterval): string {
  // A colon and a slash are allowed in a query, and keys are read by people.
  const readable = encodeURIComponent(key).replaceAll("%3A", ":").replaceAll("%2F", "/");
  return `/?key=${readable}&interval=${interval}`;
}

/** What the address selects. */
export function useSelection(): Selection {
  const parameters = useSearchParams();
  const select = useCallback((key: string, interval: CandleInterval) => window.history.pushState(null, "", selectionAddress(key, interval)), []);
  return { key: parameters.get("key")?.trim().toUpperCase() || null, interval: parseCandleInterval(parameters.get("interval")), select };
}
