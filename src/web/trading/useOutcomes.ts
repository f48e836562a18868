import { useEffect, useRef } from "react";
import { notify } from "@/shell/notices";
import type { Order } from "./model/accountBook";
import type { AccountFeedState } from "./model/accountFeed";
import { endedSince, outcomeText } from "./model/outcome";

/** Tells when an order is filled or ends otherwise, wherever it was placed. */
export function useOutcomes({ phase, orders }: AccountFeedState): void {
  const known = useRef<readonly Order[] | null>(null);
  useEffect(() => {
    if (phase !== "ready") return;
    for (const order of endedSince(known.current ?? orders, orders))
      notify(order.status === "REJECTED" ? "problem" : "done", outcomeText(order));
    known.current = orders;
  }, [phase, orders]);
}
