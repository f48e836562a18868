"use client";

import { useCallback, useMemo, useState } from "react";
import { CandlePanel } from "@/markets/components/CandlePanel";
import { InstrumentDrawer } from "@/markets/components/InstrumentDrawer";
import { InstrumentHeader } from "@/markets/components/InstrumentHeader";
import { IntervalSwitch } from "@/markets/components/IntervalSwitch";
import { PanelSkeleton } from "@/markets/components/Skeletons";
import { instrumentsOf } from "@/markets/model/catalogue";
import { formatDecimal } from "@/markets/model/decimal";
import { useCatalogue } from "@/markets/useCatalogue";
import { useInstrument } from "@/markets/useInstrument";
import { useSelection } from "@/markets/useSelection";
import type { CandleInterval } from "@/graphql/schema";
import { Notices } from "@/shell/Notices";
import { notify } from "@/shell/notices";
import { Nothing, Problem } from "@/shell/Problem";
import { TopBar } from "@/shell/TopBar";
import { useMediaQuery } from "@/shell/useMediaQuery";
import type { Order } from "../model/accountBook";
import { isEnded, sideNames, statusNames } from "../model/orderText";
import { isOpen } from "../model/positionValue";
import { useAccountFeed } from "../useAccountFeed";
import { useAccounts, type Accounts } from "../useAccounts";
import { useQuotes } from "../useQuotes";
import { useTerms } from "../useTerms";
import { AccountGate } from "./AccountGate";
import { AccountSelect } from "./AccountSelect";
import { Blotter } from "./Blotter";
import { feeRateOf, Ticket } from "./Ticket";
import { Tabs } from "./Tabs";
import styles from "./TradePage.module.css";

const page = "/trade/";

/** The chart of an instrument, the ticket beside it, and below what the account does. On a narrow screen they are tabs. */
export function TradePage() {
  const catalogue = useCatalogue();
  const accounts = useAccounts();
  const { key, interval, select } = useSelection();
  const instruments = useMemo(() => instrumentsOf(catalogue.pages), [catalogue.pages]);
  const selected = key ?? instruments[0]?.key ?? null;
  const choose = useCallback((chosen: string) => select(chosen, interval), [select, interval]);
  return (
    <div className={styles.page}>
      <TopBar>
        <InstrumentDrawer catalogue={catalogue} selected={selected} interval={interval} onSelect={choose} page={page} />
      </TopBar>
      <main className={styles.main}>
        <h1 className="visuallyHidden">Trade</h1>
        {selected === null ? (
          catalogue.phase === "loading" ? (
            <PanelSkeleton />
          ) : catalogue.problem !== null ? (
            <Problem title="The instruments cannot be shown" reason={catalogue.problem} retry={catalogue.loadMore} />
          ) : (
            <Nothing title="Nothing to trade yet" hint="As soon as the server knows an instrument, its ticket is here." />
          )
        ) : (
          <AccountGate accounts={accounts}>
            {account => (
              <TradePanel
                key={`${account.id} ${selected}`}
                accountId={account.id}
                accounts={accounts}
                instrumentKey={selected}
                interval={interval}
                onInterval={chosen => select(selected, chosen)}
              />
            )}
          </AccountGate>
        )}
      </main>
      <Notices />
    </div>
  );
}

type View = "ticket" | "chart" | "blotter";

function TradePanel({
  accountId,
  accounts,
  instrumentKey,
  interval,
  onInterval,
}: {
  readonly accountId: string;
  readonly accounts: Accounts;
  readonly instrumentKey: string;
  readonly interval: CandleInterval;
  readonly onInterval: (interval: CandleInterval) => void;
}) {
  const { feed, state } = useAccountFeed(accountId);
  const market = useInstrument(instrumentKey);
  const trading = useTerms(instrumentKey);
  const narrow = useMediaQuery("(max-width: 859px)");
  const [view, setView] = useState<View>("ticket");
  const positions = useMemo(() => state.account?.positions ?? [], [state.account]);
  const quotes = useQuotes(useMemo(() => positions.filter(isOpen).map(({ instrument }) => instrument.key), [positions]));
  const feeRate = useMemo(() => feeRateOf(state.fills, instrumentKey), [state.fills, instrumentKey]);

  if (market.state.phase === "failed")
    return (
      <Problem title={`${instrumentKey} cannot be traded`} reason={market.state.problem} retry={market.retry} testId="instrument-problem" />
    );
  if (state.phase === "failed")
    return <Problem title="The account cannot be read" reason={state.problem ?? ""} retry={() => void feed.load()} />;
  if (state.phase === "absent") return <Problem title="This account is not there" retry={accounts.reload} />;
  if (market.state.phase === "loading" || state.account === null) return <PanelSkeleton />;

  const { instrument, previousLast } = market.state;
  const onPlaced = (orders: readonly Order[]): void => {
    feed.learn(orders);
    // An order that has ended meanwhile is told of by its outcome.
    const entry = feed.state().orders.find(({ id }) => id === orders[0]?.id);
    if (entry && !isEnded(entry.status))
      notify(
        "done",
        `${sideNames[entry.side]} ${formatDecimal(entry.quantity)} ${instrument.symbol}: ${statusNames[entry.status].toLowerCase()}.`,
      );
  };
  const chart = (
    <section className={styles.chart} aria-label="Chart">
      <IntervalSwitch value={interval} onChange={onInterval} />
      <CandlePanel key={interval} instrument={instrument} interval={interval} />
    </section>
  );
  const ticket = (
    <Ticket
      account={state.account}
      instrument={instrument}
      position={positions.find(({ instrument: { key } }) => key === instrument.key) ?? null}
      feeRate={feeRate}
      terms={trading?.terms ?? null}
      session={trading?.session ?? null}
      onPlaced={onPlaced}
    />
  );
  const blotter = <Blotter feed={feed} state={state} quotes={quotes} />;
  const header = (
    <>
      <InstrumentHeader instrument={instrument} previousLast={previousLast} />
      <div className={styles.account}>
        <AccountSelect accounts={accounts} />
      </div>
    </>
  );
  if (narrow) {
    return (
      <div className={styles.narrow}>
        {header}
        <Tabs
          label="Trading"
          value={view}
          onChange={setView}
          tabs={[
            { value: "ticket", name: "Ticket" },
            { value: "chart", name: "Chart" },
            { value: "blotter", name: "Orders and positions" },
          ]}
        >
          {{ ticket, chart, blotter }[view]}
        </Tabs>
      </div>
    );
  }
  return (
    <div className={styles.wide}>
      <div className={styles.market}>
        <InstrumentHeader instrument={instrument} previousLast={previousLast} />
        {chart}
      </div>
      <aside className={styles.side} aria-label="Order ticket">
        <div className={styles.account}>
          <span className={styles.accountLabel}>Account</span>
          <AccountSelect accounts={accounts} />
        </div>
        {ticket}
      </aside>
      <div className={styles.blotter}>{blotter}</div>
    </div>
  );
}
