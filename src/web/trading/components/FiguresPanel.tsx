"use client";

import { useCallback, useState, type ReactNode } from "react";
import { Nothing } from "@/shell/Problem";
import { figures } from "../figures";
import type { Account } from "../model/accountBook";
import styles from "./AccountPage.module.css";
import { DaysTable } from "./DaysTable";
import { PerformanceFigures } from "./PerformanceFigures";
import { Read } from "./Read";
import { RiskFigures } from "./RiskFigures";
import { StatementTable } from "./StatementTable";
import { Tabs } from "./Tabs";
import { TradesTable } from "./TradesTable";

type View = "days" | "performance" | "trades" | "statement" | "risk";

/** What an account did in its last 30 days, and what it risks; each view is read when it is chosen. */
export function FiguresPanel({ account }: { readonly account: Pick<Account, "id" | "baseCurrency"> }) {
  const [view, setView] = useState<View>("days");
  return (
    <section className={styles.panel} aria-labelledby="figures-title">
      <div className={styles.panelHead}>
        <h2 id="figures-title">Last 30 days</h2>
      </div>
      <Tabs
        label="Figures"
        value={view}
        onChange={setView}
        tabs={[
          { value: "days", name: "Days" },
          { value: "performance", name: "Performance" },
          { value: "trades", name: "Trades" },
          { value: "statement", name: "Statement" },
          { value: "risk", name: "Risk" },
        ]}
      >
        <FiguresView key={`${account.id} ${view}`} view={view} id={account.id} currency={account.baseCurrency} />
      </Tabs>
    </section>
  );
}

function FiguresView({ view, id, currency }: { readonly view: View; readonly id: string; readonly currency: string }): ReactNode {
  const days = useCallback((signal: AbortSignal) => figures.days(id, signal), [id]);
  const performance = useCallback((signal: AbortSignal) => figures.performance(id, signal), [id]);
  const trades = useCallback((signal: AbortSignal) => figures.trades(id, signal), [id]);
  const statement = useCallback((signal: AbortSignal) => figures.statement(id, signal), [id]);
  const risk = useCallback((signal: AbortSignal) => figures.risk(id, signal), [id]);
  switch (view) {
    case "days":
      return (
        <Read what="The days" read={days}>
          {rows =>
            rows.length === 0 ? (
              <Nothing title="No days yet" hint="The first one begins with the first deposit." testId="no-days" />
            ) : (
              <DaysTable days={rows} />
            )
          }
        </Read>
      );
    case "performance":
      return (
        <Read what="The performance" read={performance}>
          {value =>
            value === null || value.to === null ? (
              <Nothing
                title="No performance yet"
                hint="It is told once the account was worth something for a while."
                testId="no-performance"
              />
            ) : (
              <PerformanceFigures performance={value} />
            )
          }
        </Read>
      );
    case "trades":
      return (
        <Read what="The trades" read={trades}>
          {rows =>
            rows.length === 0 ? (
              <Nothing title="No trades yet" hint="A trade goes from the first fill of a position to its last." testId="no-trades" />
            ) : (
              <TradesTable trades={rows} />
            )
          }
        </Read>
      );
    case "statement":
      return (
        <Read what="The statement" read={statement}>
          {value =>
            value === null || value.movements.length === 0 ? (
              <Nothing
                title="Nothing moved"
                hint="Deposits, fills and fees of the last 30 days are summed up here."
                testId="no-movements"
              />
            ) : (
              <StatementTable statement={value} currency={currency} />
            )
          }
        </Read>
      );
    case "risk":
      return (
        <Read what="The risk" read={risk}>
          {value =>
            value === null ? (
              <Nothing title="Not measured yet" hint="Risk is measured every few minutes." testId="no-risk" />
            ) : (
              <RiskFigures risk={value} currency={currency} />
            )
          }
        </Read>
      );
  }
}
