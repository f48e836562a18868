"use client";

import { useState } from "react";
import { ChartSkeleton } from "@/markets/components/Skeletons";
import { Nothing, Problem } from "@/shell/Problem";
import { formatChange } from "../model/amount";
import { equityRanges, gainOf, timeWeightedReturn, type EquityRange } from "../model/equity";
import { useEquityCurve } from "../useEquityCurve";
import { EquityCurve } from "./EquityCurve";
import { Gain } from "./Gain";
import styles from "./AccountPage.module.css";
import Big from "big.js";

/** What an account was worth over time, and what trading brought. */
export function EquityPanel({ accountId, currency }: { readonly accountId: string; readonly currency: string }) {
  const [range, setRange] = useState<EquityRange>("W1");
  return (
    <section className={styles.panel} aria-labelledby="equity-title">
      <div className={styles.panelHead}>
        <h2 id="equity-title">Equity</h2>
        <fieldset className={styles.ranges}>
          <legend className="visuallyHidden">Range</legend>
          {equityRanges.map(({ value, label, name }) => (
            <label key={value} title={name}>
              <input
                type="radio"
                name="range"
                checked={range === value}
                aria-label={name}
                onChange={() => setRange(value)}
                data-testid={`range-${value}`}
              />
              <span aria-hidden="true">{label}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <Curve key={range} accountId={accountId} currency={currency} range={range} />
    </section>
  );
}

function Curve({ accountId, currency, range }: { readonly accountId: string; readonly currency: string; readonly range: EquityRange }) {
  const { state, retry } = useEquityCurve(accountId, range);
  if (state.phase === "loading")
    return (
      <div className={styles.curveSpace}>
        <p className="visuallyHidden">Loading the equity curve</p>
        <ChartSkeleton />
      </div>
    );
  if (state.phase === "failed")
    return <Problem title="The equity curve cannot be read" reason={state.problem} retry={retry} testId="equity-problem" />;
  if (state.points.length < 2)
    return <Nothing title="No curve yet" hint="A point is kept every minute while the account holds something." testId="equity-empty" />;
  const rate = timeWeightedReturn(state.points);
  return (
    <>
      <p className={styles.gain}>
        Trading brought <Gain value={gainOf(state.points)} testId="equity-gain" /> {currency}
        {rate !== null && <> ({formatChange(new Big(rate), new Big(1))} time-weighted)</>}
      </p>
      <EquityCurve
        points={state.points}
        currency={currency}
        label={`Equity over ${equityRanges.find(({ value }) => value === range)?.name}`}
      />
    </>
  );
}
