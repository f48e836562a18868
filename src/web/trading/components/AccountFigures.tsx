import type { ReactNode } from "react";
import type { Account } from "../model/accountBook";
import { formatAmount, formatMoney } from "../model/amount";
import styles from "./AccountPage.module.css";

/** What an account is worth, in its base currency. */
export function AccountFigures({ account }: { readonly account: Account }) {
  const { baseCurrency, kind, leverage, league, marginMode } = account;
  return (
    <dl className={styles.figures} data-testid="figures">
      <Figure name="Equity" testId="equity">
        <b>{formatMoney(account.equity)}</b> {baseCurrency}
      </Figure>
      <Figure name={kind === "CASH" ? "Free" : "Free margin"}>
        {formatMoney(account.freeMargin)} {baseCurrency}
      </Figure>
      <Figure name="Exposure">
        {formatMoney(account.exposure)} {baseCurrency}
      </Figure>
      {kind === "MARGIN" && (
        <>
          <Figure name="Initial margin">{formatMoney(account.initialMargin)}</Figure>
          <Figure name="Maintenance margin">{formatMoney(account.maintenanceMargin)}</Figure>
        </>
      )}
      {league !== null && <Figure name="League">{league}</Figure>}
      <Figure name="Kind">{kind === "CASH" ? "Cash" : `Margin ×${formatAmount(leverage)}, ${marginMode.toLowerCase()}`}</Figure>
    </dl>
  );
}

function Figure({ name, testId, children }: { readonly name: string; readonly testId?: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-testid={testId}>{children}</dd>
    </div>
  );
}
