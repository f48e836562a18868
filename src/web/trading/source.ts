import { api } from "@/graphql/client";
import {
  AccountChangedDocument,
  AccountDocument,
  AccountValueDocument,
  FilledDocument,
  FillsDocument,
  OrderChangedDocument,
  OrdersDocument,
} from "@/graphql/generated";
import type { AccountSource, Page } from "./model/accountFeed";

const [openOrders, latest] = [200, 50];

interface Connection<T> {
  readonly nodes: readonly T[] | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A page of a connection. */
export function pageOf<T>(connection: Connection<T> | null | undefined): Page<T> {
  return { items: connection?.nodes ?? [], next: connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null };
}

/** The member's account as the server has it. */
export function serverAccount(id: string): AccountSource {
  return {
    async load() {
      const [{ account }, fills] = await Promise.all([
        api().request(AccountDocument, { id, open: openOrders, latest }),
        api().request(FillsDocument, { id, first: latest, after: null }),
      ]);
      if (!account) return null;
      return { account, open: account.openOrders?.nodes ?? [], orders: pageOf(account.orders), fills: pageOf(fills.account?.fills) };
    },
    value: async () => (await api().request(AccountValueDocument, { id })).account,
    orders: async after => pageOf((await api().request(OrdersDocument, { id, first: latest, after })).account?.orders),
    fills: async after => pageOf((await api().request(FillsDocument, { id, first: latest, after })).account?.fills),
    subscribe({ order, fill, account, resumed }) {
      const variables = { accountId: id };
      const ends = [
        api().subscribe(OrderChangedDocument, variables, { next: data => order(data.orderChanged), resumed }),
        api().subscribe(FilledDocument, variables, { next: data => fill(data.filled), resumed: () => undefined }),
        api().subscribe(AccountChangedDocument, variables, { next: data => account(data.accountChanged), resumed: () => undefined }),
      ];
      return () => ends.forEach(end => end());
    },
    isWatched: () => !document.hidden,
  };
}
