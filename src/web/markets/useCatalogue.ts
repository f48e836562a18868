import { useEffect, useMemo, useSyncExternalStore } from "react";
import { CatalogueFeed, type CatalogueState } from "./model/catalogueFeed";
import { serverCatalogue } from "./source";

export interface Catalogue extends CatalogueState {
  readonly loadMore: () => void;
  readonly watch: (key: string, visible: boolean) => void;
}

/** The live list of instruments. */
export function useCatalogue(): Catalogue {
  const feed = useMemo(() => new CatalogueFeed(serverCatalogue), []);
  useEffect(() => {
    feed.start();
    return () => feed.stop();
  }, [feed]);
  const state = useSyncExternalStore(feed.onChange, feed.state, feed.state);
  return useMemo(() => ({ ...state, loadMore: () => void feed.loadMore(), watch: feed.watch }), [feed, state]);
}
