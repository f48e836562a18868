import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { CandleInterval } from "@/graphql/schema";
import { CandleFeed } from "./model/candleFeed";
import { serverCandles } from "./source";

/** The live candles of an instrument; a new feed for each key and interval. */
export function useCandles(key: string, interval: CandleInterval) {
  const feed = useMemo(() => new CandleFeed(serverCandles(key, interval), interval), [key, interval]);
  useEffect(() => {
    feed.start();
    return () => feed.stop();
  }, [feed]);
  const state = useSyncExternalStore(feed.onChange, feed.state, feed.state);
  return { feed, state };
}
