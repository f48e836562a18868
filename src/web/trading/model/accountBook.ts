import type { AccountFieldsFragment, FillFieldsFragment, OrderFieldsFragment } from "@/graphql/generated";

export type Account = AccountFieldsFragment;
export type Position = Account["positions"][number];
export type Order = OrderFieldsFragment;
export type Fill = FillFieldsFragment;

/** Orders by when they were placed and fills by when they happened, the latest first, each once. */
export interface AccountBook {
  readonly orders: readonly Order[];
  readonly fills: readonly Fill[];
}

export const emptyBook: AccountBook = { orders: [], fills: [] };

/** The book with `incoming` orders; of two states of one order the one with the higher version stays, whichever came first. */
export function withOrders(book: AccountBook, incoming: readonly Order[]): AccountBook {
  const known = new Map(book.orders.map(order => [order.id, order]));
  let changed = false;
  for (const order of incoming) {
    const before = known.get(order.id);
    if (before && before.version >= order.version) continue;
    known.set(order.id, order);
    changed = true;
  }
  if (!changed) return book;
  return { ...book, orders: [...known.values()].sort((one, other) => latestFirst(one.placedAt, other.placedAt, one.id, other.id)) };
}

/** The book with `incoming` fills. A fill is a fact: one that is known says nothing new. */
export function withFills(book: AccountBook, incoming: readonly Fill[]): AccountBook {
  const known = new Set(book.fills.map(({ id }) => id));
  const news = incoming.filter(({ id }) => !known.has(id));
  if (news.length === 0) return book;
  const fills = [...book.fills, ...news].sort((one, other) => latestFirst(one.occurredAt, other.occurredAt, one.id, other.id));
  return { ...book, fills };
}

function latestFirst(one: string, other: string, oneId: string, otherId: string): number {
  if (one !== other) return one < other ? 1 : -1;
  return oneId < otherId ? 1 : -1;
}
