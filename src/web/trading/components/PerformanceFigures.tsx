import type { Performance } from "../figures";
import { formatNumber, formatRate } from "../model/amount";
import { Figure, Figures } from "./Figures";

/** How well an account did. */
export function PerformanceFigures({ performance }: { readonly performance: Performance }) {
  const { sharpe, sharpeLow, sharpeHigh, longestDrawdownDays, sampleSize } = performance;
  return (
    <Figures testId="performance">
      <Figure name="Time-weighted return">{formatRate(performance.timeWeightedReturn)}</Figure>
      <Figure name="Money-weighted return">{formatRate(performance.moneyWeightedReturn)}</Figure>
      <Figure name="The same per year">{formatRate(performance.moneyWeightedAnnual)}</Figure>
      <Figure name="Volatility per year">{formatRate(performance.volatility)}</Figure>
      <Figure name="Sharpe ratio (95 % interval)">
        {formatNumber(sharpe)}
        {sharpeLow !== null && sharpeHigh !== null && ` (${formatNumber(sharpeLow)} to ${formatNumber(sharpeHigh)})`}
      </Figure>
      <Figure name="Sortino ratio">{formatNumber(performance.sortino)}</Figure>
      <Figure name="Largest drawdown">{formatRate(performance.maxDrawdown)}</Figure>
      <Figure name="Longest drawdown">{longestDrawdownDays === 1 ? "1 day" : `${longestDrawdownDays} days`}</Figure>
      <Figure name="Made of">{sampleSize === 1 ? "1 daily return" : `${sampleSize} daily returns`}</Figure>
    </Figures>
  );
}
