import { Suspense } from "react";
import { MarketsPage } from "@/markets/components/MarketsPage";
import { MarketsSkeleton } from "@/markets/components/MarketsSkeleton";

export default function Page() {
  // What is selected stands in the address, which a prerendered page does not have.
  return (
    <Suspense fallback={<MarketsSkeleton />}>
      <MarketsPage />
    </Suspense>
  );
}
