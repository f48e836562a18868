import { reasonOf } from "@/graphql/client";
import { pagesWith, replacePage, type CataloguePage } from "./catalogue";

/** Where the catalogue is read from. */
export interface CatalogueSource {
  /** The page that starts after the cursor, and the cursor of the following one (null: it is the last). */
  page(after: string | null): Promise<{ readonly page: CataloguePage; readonly next: string | null }>;
  /** Calls `changed` with a page that was read whenever something on it is known anew from elsewhere, until the returned function is called. */
  watch(after: string | null, changed: (page: CataloguePage) => void): () => void;
  /** Calls `resumed` whenever the server is there again, until the returned function is called. */
  onResumed(resumed: () => void): () => void;
  /** Whether somebody looks at the page. */
  isWatched(): boolean;
}

export interface CatalogueState {
  readonly phase: "loading" | "ready" | "failed";
  readonly pages: readonly CataloguePage[];
  readonly hasMore: boolean;
  readonly problem: string | null;
}

const refreshEveryMilliseconds = 3_000;

/** The list of instruments, page by page, with fresh prices for those that are in sight. */
export class CatalogueFeed {
  #state: CatalogueState = { phase: "loading", pages: [], hasMore: false, problem: null };
  #next: string | null = null;
  #stopped = true;
  #unsubscribe = (): void => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #visible = new Set<string>();
  readonly #watches = new Map<string | null, () => void>();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly source: CatalogueSource) {}

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): CatalogueState => this.#state;

  start(): void {
    this.#stopped = false;
    this.#unsubscribe = this.source.onResumed(() => {
      if (this.#state.phase === "failed") void this.loadMore();
    });
    this.#refreshLater();
    void this.loadMore();
  }

  stop(): void {
    this.#stopped = true;
    this.#unsubscribe();
    clearTimeout(this.#timer);
    for (const end of this.#watches.values()) end();
    this.#watches.clear();
  }

  /** Tells whose prices are on the screen. */
  readonly watch = (key: string, visible: boolean): void => {
    if (visible) this.#visible.add(key);
    else this.#visible.delete(key);
  };

  /** Reads the next page, or again the one that failed. */
  readonly loadMore = async (): Promise<void> => {
    const after = this.#next;
    this.#change({ phase: "loading", problem: null });
    try {
      const { page, next } = await this.source.page(after);
      this.#next = next;
      this.#change({ phase: "ready", pages: [...this.#state.pages.filter(known => known.after !== after), page], hasMore: next !== null });
      this.#watch(after);
    } catch (error) {
      this.#change({ phase: "failed", problem: reasonOf(error) });
    }
  };

  /** So that one price never stands twice on the screen in two states. */
  #watch(after: string | null): void {
    if (this.#stopped || this.#watches.has(after)) return;
    this.#watches.set(
      after,
      this.source.watch(after, page => this.#change({ pages: replacePage(this.#state.pages, page) })),
    );
  }

  #refreshLater(): void {
    this.#timer = setTimeout(
      () =>
        void this.#refresh().then(() => {
          if (!this.#stopped) this.#refreshLater();
        }),
      refreshEveryMilliseconds,
    );
  }

  /** Reads the pages with rows in sight anew, one after the other. */
  async #refresh(): Promise<void> {
    if (!this.source.isWatched() || this.#state.phase === "loading") return;
    for (const after of pagesWith(this.#state.pages, this.#visible)) {
      try {
        const { page, next } = await this.source.page(after);
        const isLast = after === this.#state.pages.at(-1)?.after;
        // A catalogue that grew may now go on behind its last page.
        if (isLast) this.#next = next;
        this.#change({ pages: replacePage(this.#state.pages, page), hasMore: this.#next !== null });
      } catch {
        // The connection's state is in sight, and the next round asks again.
        return;
      }
    }
  }

  #change(change: Partial<CatalogueState>): void {
    if (this.#stopped) return;
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
