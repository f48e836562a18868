"use client";

import type { ReactNode } from "react";
import { PanelSkeleton } from "@/markets/components/Skeletons";
import { Problem } from "@/shell/Problem";
import type { Accounts, ListedAccount } from "../useAccounts";
import { OpenAccount } from "./OpenAccount";

/** What needs an account: it, or a way to one. */
export function AccountGate({
  accounts,
  children,
}: {
  readonly accounts: Accounts;
  readonly children: (account: ListedAccount) => ReactNode;
}) {
  if (accounts.chosen) return children(accounts.chosen);
  if (accounts.phase === "loading") return <PanelSkeleton />;
  if (accounts.phase === "failed")
    return (
      <Problem title="Your accounts cannot be read" reason={accounts.problem ?? ""} retry={accounts.reload} testId="accounts-problem" />
    );
  return (
    <OpenAccount
      onOpened={id => {
        accounts.choose(id);
        accounts.reload();
      }}
    />
  );
}
