"use client";

import { useMemo, useState } from "react";
import { PanelSkeleton } from "@/markets/components/Skeletons";
import { Notices } from "@/shell/Notices";
import { Nothing, Problem } from "@/shell/Problem";
import { TopBar } from "@/shell/TopBar";
import { isOpen } from "../model/positionValue";
import { stopOf } from "../model/refusal";
import { useAccountFeed } from "../useAccountFeed";
import { useAccounts, type Accounts } from "../useAccounts";
import { useQuotes } from "../useQuotes";
import { AccountFigures } from "./AccountFigures";
import { AccountGate } from "./AccountGate";
import styles from "./AccountPage.module.css";
import { AccountSelect } from "./AccountSelect";
import { BalancesTable } from "./BalancesTable";
import { EquityPanel } from "./EquityPanel";
import { FiguresPanel } from "./FiguresPanel";
import { JournalPanel } from "./JournalPanel";
import { KillSwitch } from "./KillSwitch";
import { OpenAccountDialog } from "./OpenAccount";
import { PayDialog } from "./PayDialog";
import { PositionsTable } from "./PositionsTable";

/** What a member's account is worth, holds and did. */
export function AccountPage() {
  const accounts = useAccounts();
  return (
    <div className={styles.page}>
      <TopBar />
      <main className={styles.main}>
        <h1 className="visuallyHidden">Account</h1>
        <AccountGate accounts={accounts}>{account => <AccountPanel key={account.id} id={account.id} accounts={accounts} />}</AccountGate>
      </main>
      <Notices />
    </div>
  );
}

function AccountPanel({ id, accounts }: { readonly id: string; readonly accounts: Accounts }) {
  const { feed, state } = useAccountFeed(id);
  const [dialog, setDialog] = useState<"in" | "out" | "open" | null>(null);
  const { account } = state;
  const positions = useMemo(() => (account?.positions ?? []).filter(isOpen), [account]);
  const quotes = useQuotes(useMemo(() => positions.map(({ instrument }) => instrument.key), [positions]));
  if (state.phase === "failed")
    return <Problem title="The account cannot be read" reason={state.problem ?? ""} retry={() => void feed.load()} />;
  if (state.phase === "absent") return <Problem title="This account is not there" retry={accounts.reload} />;
  if (account === null) return <PanelSkeleton />;
  const close = (): void => setDialog(null);
  const stop = stopOf(account);
  return (
    <div className={styles.content}>
      <header className={styles.head}>
        <h2>
          <AccountSelect accounts={accounts} />
        </h2>
        <div className={styles.acts}>
          <button type="button" className={styles.act} onClick={() => setDialog("in")} data-testid="pay-in">
            Pay in
          </button>
          <button type="button" className={styles.act} onClick={() => setDialog("out")} data-testid="pay-out">
            Take out
          </button>
          <button type="button" className={styles.act} onClick={() => setDialog("open")} data-testid="open-another">
            New account
          </button>
          <KillSwitch account={account} onTurned={() => void feed.load()} />
        </div>
      </header>
      {stop && (
        <p className={styles.killed} role="status">
          {stop}
        </p>
      )}
      <AccountFigures account={account} />
      <EquityPanel accountId={account.id} currency={account.baseCurrency} />
      <section className={styles.panel} aria-labelledby="positions-title">
        <div className={styles.panelHead}>
          <h2 id="positions-title">Positions</h2>
        </div>
        {positions.length === 0 ? (
          <Nothing title="No positions" hint="A fill opens the first one." testId="no-positions" />
        ) : (
          <div className={styles.scroll}>
            <PositionsTable accountId={account.id} positions={positions} quotes={quotes} onOrders={feed.learn} />
          </div>
        )}
      </section>
      <FiguresPanel account={account} />
      <section className={styles.panel} aria-labelledby="balances-title">
        <div className={styles.panelHead}>
          <h2 id="balances-title">Balances</h2>
        </div>
        {account.balances.length === 0 ? (
          <Nothing title="No money" hint="Pay money in to place the first order." testId="no-balances" />
        ) : (
          <BalancesTable balances={account.balances} />
        )}
      </section>
      <JournalPanel accountId={account.id} version={account.sequence} />
      {(dialog === "in" || dialog === "out") && (
        <PayDialog account={account} way={dialog} onClose={close} onDone={() => void feed.load()} />
      )}
      {dialog === "open" && (
        <OpenAccountDialog
          onClose={close}
          onOpened={opened => {
            accounts.choose(opened);
            accounts.reload();
          }}
        />
      )}
    </div>
  );
}
