"use client";

import { useCallback, useState } from "react";
import type { Quote } from "@/graphql/schema";
import { notify } from "@/shell/notices";
import { Nothing } from "@/shell/Problem";
import { commands } from "../commands";
import type { AccountFeed, AccountFeedState } from "../model/accountFeed";
import { isEnded } from "../model/orderText";
import { isOpen } from "../model/positionValue";
import { BalancesTable } from "./BalancesTable";
import { CommandDialog } from "./CommandDialog";
import { FillsTable } from "./FillsTable";
import { OlderButton } from "./OlderButton";
import { OpenOrdersTable, OrderHistoryTable } from "./OrdersTable";
import { PositionsTable } from "./PositionsTable";
import styles from "./Tables.module.css";
import { Tabs } from "./Tabs";

type View = "orders" | "positions" | "history" | "fills" | "balances";

/** What an account has open, holds, and did. */
export function Blotter({
  feed,
  state,
  quotes,
}: {
  readonly feed: AccountFeed;
  readonly state: AccountFeedState;
  readonly quotes: ReadonlyMap<string, Quote>;
}) {
  const [view, setView] = useState<View>("orders");
  const [cancelsAll, setCancelsAll] = useState(false);
  const { account, orders, fills } = state;
  if (account === null) return null;
  const open = orders.filter(({ status }) => !isEnded(status));
  const history = orders.filter(({ status }) => isEnded(status));
  const positions = account.positions.filter(isOpen);
  const contents: Readonly<Record<View, React.ReactNode>> = {
    orders:
      open.length === 0 ? (
        <Nothing
          title="No open orders"
          hint="What you place with the ticket works here until it is filled or cancelled."
          testId="no-orders"
        />
      ) : (
        <OpenOrdersTable accountId={account.id} orders={open} onOrders={feed.learn} />
      ),
    positions:
      positions.length === 0 ? (
        <Nothing title="No positions" hint="A fill opens the first one." testId="no-positions" />
      ) : (
        <PositionsTable accountId={account.id} positions={positions} quotes={quotes} onOrders={feed.learn} />
      ),
    history:
      history.length === 0 ? (
        <Nothing title="No history yet" hint="Orders that were filled, cancelled or denied are kept here." testId="no-history" />
      ) : (
        <>
          <OrderHistoryTable orders={history} />
          {state.olderOrders !== null && <OlderButton load={feed.loadOlderOrders} what="orders" />}
        </>
      ),
    fills:
      fills.length === 0 ? (
        <Nothing title="No fills yet" hint="Each part of an order that trades is a fill." testId="no-fills" />
      ) : (
        <>
          <FillsTable fills={fills} />
          {state.olderFills !== null && <OlderButton load={feed.loadOlderFills} what="fills" />}
        </>
      ),
    balances: <BalancesTable balances={account.balances} />,
  };
  return (
    <>
      <Tabs
        label="Orders and positions"
        value={view}
        onChange={setView}
        tabs={[
          { value: "orders", name: "Open orders", count: open.length },
          { value: "positions", name: "Positions", count: positions.length },
          { value: "fills", name: "Fills" },
          { value: "history", name: "History" },
          { value: "balances", name: "Balances" },
        ]}
        end={
          view === "orders" &&
          open.length > 0 && (
            <button type="button" className={styles.action} data-testid="cancel-all" onClick={() => setCancelsAll(true)}>
              Cancel all
            </button>
          )
        }
      >
        {contents[view]}
      </Tabs>
      {cancelsAll && <CancelAllDialog accountId={account.id} count={open.length} feed={feed} onClose={() => setCancelsAll(false)} />}
    </>
  );
}

function CancelAllDialog({
  accountId,
  count,
  feed,
  onClose,
}: {
  readonly accountId: string;
  readonly count: number;
  readonly feed: AccountFeed;
  readonly onClose: () => void;
}) {
  const command = useCallback(
    (idempotencyKey: string) => commands.cancelAll({ idempotencyKey, accountId, instrumentKey: null }),
    [accountId],
  );
  return (
    <CommandDialog
      title="Cancel all open orders?"
      verb="Cancel all"
      doing="Cancelling…"
      danger
      command={command}
      onClose={onClose}
      onDone={orders => {
        notify("done", "All open orders are being cancelled.");
        feed.learn(orders);
        onClose();
      }}
    >
      <p>
        {count === 1 ? "One order" : `${count} orders`} of this account, in all instruments, with their exits. Positions stay as they are.
      </p>
    </CommandDialog>
  );
}
