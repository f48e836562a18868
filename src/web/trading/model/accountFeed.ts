import { reasonOf } from "@/graphql/client";
import { emptyBook, withFills, withOrders, type Account, type AccountBook, type Fill, type Order } from "./accountBook";

/** A page of what an account did, and the cursor of the following one (null: it is the last). */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Where an account is read from. */
export interface AccountSource {
  /** The account, all that is open, and the latest of the rest; null when the member has no such account. */
  load(): Promise<{
    readonly account: Account;
    readonly open: readonly Order[];
    readonly orders: Page<Order>;
    readonly fills: Page<Fill>;
  } | null>;
  value(): Promise<Account | null>;
  orders(after: string): Promise<Page<Order>>;
  fills(after: string): Promise<Page<Fill>>;
  /** Tells what changes until the returned function is called, and that it may have missed something. */
  subscribe(subscriber: {
    order(order: Order): void;
    fill(fill: Fill): void;
    account(account: Account): void;
    resumed(): void;
  }): () => void;
  /** Whether somebody looks at the page. */
  isWatched(): boolean;
}

export interface AccountFeedState extends AccountBook {
  readonly phase: "loading" | "ready" | "absent" | "failed";
  readonly account: Account | null;
  readonly problem: string | null;
  /** Cursors of what is older; null when there is nothing older. */
  readonly olderOrders: string | null;
  readonly olderFills: string | null;
}

const refreshEveryMilliseconds = 5_000;

/** A live account: what it is worth, its orders and its fills. */
export class AccountFeed {
  #state: AccountFeedState = { ...emptyBook, phase: "loading", account: null, problem: null, olderOrders: null, olderFills: null };
  #stopped = true;
  #loads = 0;
  #unsubscribe = (): void => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly source: AccountSource) {}

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): AccountFeedState => this.#state;

  start(): void {
    this.#stopped = false;
    this.#unsubscribe = this.source.subscribe({
      order: order => this.#change(withOrders(this.#state, [order])),
      fill: fill => this.#change(withFills(this.#state, [fill])),
      account: account => this.#change({ account: this.#newer(account) }),
      // What was missed is read; what is known stays on the screen meanwhile.
      resumed: () => void this.load(),
    });
    this.#refreshLater();
    void this.load();
  }

  stop(): void {
    this.#stopped = true;
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  /** Reads everything anew. */
  readonly load = async (): Promise<void> => {
    const load = ++this.#loads;
    if (this.#state.account === null) this.#change({ phase: "loading", problem: null });
    try {
      const answer = await this.source.load();
      if (load !== this.#loads) return;
      if (answer === null) return this.#change({ phase: "absent" });
      const { account, open, orders, fills } = answer;
      // Pages that were read before stay when they still join on to what is new; else they would leave a hole.
      const joins = <T extends { id: string }>(known: readonly T[], page: Page<T>): boolean =>
        page.next === null || known.some(({ id }) => page.items.some(item => item.id === id));
      const ordersJoin = joins(this.#state.orders, orders);
      const fillsJoin = joins(this.#state.fills, fills);
      const kept: AccountBook = { orders: ordersJoin ? this.#state.orders : [], fills: fillsJoin ? this.#state.fills : [] };
      this.#change({
        ...withFills(withOrders(kept, [...open, ...orders.items]), fills.items),
        phase: "ready",
        account: this.#newer(account),
        problem: null,
        olderOrders: ordersJoin && this.#state.phase === "ready" ? this.#state.olderOrders : orders.next,
        olderFills: fillsJoin && this.#state.phase === "ready" ? this.#state.olderFills : fills.next,
      });
    } catch (error) {
      // What is on the screen stays: the connection's state tells that it is not fresh.
      if (load === this.#loads && this.#state.account === null) this.#change({ phase: "failed", problem: reasonOf(error) });
    }
  };

  /** Takes what a command answered, which may be here before it is pushed. */
  readonly learn = (orders: readonly Order[]): void => this.#change(withOrders(this.#state, orders));

  readonly loadOlderOrders = async (): Promise<void> => {
    const after = this.#state.olderOrders;
    if (after === null) return;
    const page = await this.source.orders(after);
    if (after === this.#state.olderOrders) this.#change({ ...withOrders(this.#state, page.items), olderOrders: page.next });
  };

  readonly loadOlderFills = async (): Promise<void> => {
    const after = this.#state.olderFills;
    if (after === null) return;
    const page = await this.source.fills(after);
    if (after === this.#state.olderFills) this.#change({ ...withFills(this.#state, page.items), olderFills: page.next });
  };

  /** What an account is worth moves with the markets, of which it tells nothing by itself. */
  readonly refresh = async (): Promise<void> => {
    if (this.#state.phase !== "ready" || !this.source.isWatched()) return;
    try {
      const account = await this.source.value();
      if (!account) return;
      // Each change of an account is pushed; one that was not heard of may have brought orders and fills, too.
      const missed = account.sequence > (this.#state.account?.sequence ?? account.sequence);
      this.#change({ account: this.#newer(account) });
      if (missed) await this.load();
    } catch {
      // The connection's state is in sight, and the next round asks again.
    }
  };

  /** Of two states of the account the later: an answer may arrive after a push that was sent later. */
  #newer(incoming: Account): Account {
    const known = this.#state.account;
    const isOlder =
      known !== null && (incoming.sequence < known.sequence || (incoming.sequence === known.sequence && incoming.at < known.at));
    return isOlder ? known : incoming;
  }

  #refreshLater(): void {
    this.#timer = setTimeout(
      () =>
        void this.refresh().then(() => {
          if (!this.#stopped) this.#refreshLater();
        }),
      refreshEveryMilliseconds,
    );
  }

  #change(change: Partial<AccountFeedState>): void {
    if (this.#stopped) return;
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
