import { useEffect, useRef } from "react";
import type { CandleInterval } from "@/graphql/schema";
import { candleIntervals } from "../model/candleInterval";
import styles from "./IntervalSwitch.module.css";

/** The length of a candle; a radio group, so that arrow keys work as everywhere. */
export function IntervalSwitch({
  value,
  onChange,
}: {
  readonly value: CandleInterval;
  readonly onChange: (interval: CandleInterval) => void;
}) {
  const group = useRef<HTMLFieldSetElement>(null);
  // On a narrow screen the group scrolls, and an address may select what is out of sight.
  useEffect(() => {
    void group.current?.querySelector(":checked")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [value]);
  return (
    <fieldset ref={group} className={styles.switch} data-testid="intervals">
      <legend className="visuallyHidden">Candle interval</legend>
      {candleIntervals.map(interval => (
        <label key={interval.value} className={styles.option} title={interval.name}>
          <input
            type="radio"
            name="interval"
            value={interval.value}
            checked={interval.value === value}
            aria-label={interval.name}
            onChange={() => onChange(interval.value)}
            data-testid={`interval-${interval.value}`}
          />
          <span aria-hidden="true">{interval.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
