import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { api, reasonOf } from "@/graphql/client";
import { AccountsDocument, type AccountsQuery } from "@/graphql/generated";
import { realtime } from "@/graphql/realtime";

/** An account in the list to choose from. */
export type ListedAccount = AccountsQuery["accounts"][number];

export interface Accounts {
  readonly phase: "loading" | "ready" | "failed";
  readonly accounts: readonly ListedAccount[];
  readonly problem: string | null;
  readonly chosen: ListedAccount | null;
  readonly choose: (id: string) => void;
  readonly reload: () => void;
}

const storageKey = "fincord.account";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

// A browser that forbids storage still keeps the choice, for this visit.
let thisVisit: string | null = null;

function choose(id: string): void {
  thisVisit = id;
  try {
    localStorage.setItem(storageKey, id);
  } catch {
    // See above.
  }
  for (const listener of [...listeners]) listener();
}

/** The member's accounts and the one that the pages are about: the last one chosen, or the first. */
export function useAccounts(): Accounts {
  const [list, setList] = useState<Pick<Accounts, "phase" | "accounts" | "problem">>({ phase: "loading", accounts: [], problem: null });
  const wanted = useSyncExternalStore(
    subscribe,
    () => thisVisit ?? remembered(),
    () => null,
  );

  const load = useCallback(async () => {
    try {
      const { accounts } = await api().request(AccountsDocument, {});
      setList({ phase: "ready", accounts, problem: null });
    } catch (error) {
      setList(known => (known.phase === "ready" ? known : { phase: "failed", accounts: [], problem: reasonOf(error) }));
    }
  }, []);
  useEffect(() => {
    // Reading is a subscription to the server: what it answers is told later.

    void load();
    return realtime().onStateChange(() => {
      if (realtime().state() === "live") void load();
    });
  }, [load]);

  const reload = useCallback(() => {
    setList(known => (known.phase === "ready" ? known : { phase: "loading", accounts: [], problem: null }));
    void load();
  }, [load]);
  const chosen = list.accounts.find(({ id }) => id === wanted) ?? list.accounts[0] ?? null;
  return { ...list, chosen, choose, reload };
}
