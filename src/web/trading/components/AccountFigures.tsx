import type { Account } from "../model/accountBook";
import { formatAmount, formatMoney } from "../model/amount";
import { Figure, Figures } from "./Figures";
import styles from "./Figures.module.css";

/** What an account is worth, in its base currency. */
export function AccountFigures({ account }: { readonly account: Account }) {
  const { baseCurrency, kind, leverage, league, marginMode } = account;
  return (
    <div className={styles.card}>
      <Figures testId="figures">
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
      </Figures>
    </div>
  );
}
