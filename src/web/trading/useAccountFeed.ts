import { useEffect, useMemo, useSyncExternalStore } from "react";
import { AccountFeed } from "./model/accountFeed";
import { serverAccount } from "./source";
import { useOutcomes } from "./useOutcomes";

/** The live account `id`, a new feed for each; tells what becomes of its orders. */
export function useAccountFeed(id: string) {
  const feed = useMemo(() => new AccountFeed(serverAccount(id)), [id]);
  useEffect(() => {
    feed.start();
    return () => feed.stop();
  }, [feed]);
  const state = useSyncExternalStore(feed.onChange, feed.state, feed.state);
  useOutcomes(state);
  return { feed, state };
}
