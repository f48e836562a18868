import type { Metadata } from "next";
import { TradePage } from "@/trading/components/TradePage";

export const metadata: Metadata = { title: "Trade · Fincord", description: "The order ticket, open orders and positions." };

export default function Page() {
  return (
    <>
      <TradePage />
      <noscript>Trading needs JavaScript.</noscript>
    </>
  );
}
