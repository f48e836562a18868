import { formatTime, toUnixSeconds } from "@/markets/model/time";
import type { Risk } from "../figures";
import { formatAmount, formatGain, formatMoney, formatRate } from "../model/amount";
import { DataTable, type Column } from "./DataTable";
import { Figure, Figures } from "./Figures";
import styles from "./AccountPage.module.css";

const columns: readonly Column<Risk["byInstrument"][number]>[] = [
  { header: "Instrument", isTitle: true, cell: ({ name }) => name },
  { header: "Exposure", isNumber: true, cell: ({ gross }) => formatMoney(gross) },
  { header: "Long less short", isNumber: true, cell: ({ net }) => formatGain(net) },
];

/** What an account risks, as last measured. */
export function RiskFigures({ risk, currency }: { readonly risk: Risk; readonly currency: string }) {
  const money = (value: number | undefined): string =>
    value === undefined ? "Too few periods" : `${formatMoney(String(value))} ${currency}`;
  const { at, at95, at99, horizon, sampleSize, leverage, marginRatio, byInstrument } = risk;
  return (
    <>
      <Figures testId="risk">
        <Figure name={`Value at risk, 95 % (${horizon})`}>{money(at95?.valueAtRisk)}</Figure>
        <Figure name={`Value at risk, 99 % (${horizon})`}>{money(at99?.valueAtRisk)}</Figure>
        <Figure name="Expected shortfall, 95 %">{money(at95?.expectedShortfall)}</Figure>
        <Figure name="Gross exposure">{`${formatMoney(risk.grossExposure)} ${currency}`}</Figure>
        <Figure name="Net exposure">{`${formatMoney(risk.netExposure)} ${currency}`}</Figure>
        <Figure name="Leverage">{leverage === null ? "–" : `×${formatAmount(leverage)}`}</Figure>
        <Figure name="Margin used">{formatRate(marginRatio === null ? null : Number(marginRatio))}</Figure>
      </Figures>
      {byInstrument.length > 0 && (
        <DataTable label="Exposure" columns={columns} rows={byInstrument} keyOf={({ name }) => name} testId="exposure" />
      )}
      <p className={styles.explanation}>
        Measured {formatTime(toUnixSeconds(at), "minute")} UTC from {sampleSize} past periods.
      </p>
    </>
  );
}
