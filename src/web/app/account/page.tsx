import type { Metadata } from "next";
import { AccountPage } from "@/trading/components/AccountPage";

export const metadata: Metadata = { title: "Account · Fincord", description: "Equity, positions, balances and the ledger of an account." };

export default function Page() {
  return (
    <>
      <AccountPage />
      <noscript>The account needs JavaScript.</noscript>
    </>
  );
}
