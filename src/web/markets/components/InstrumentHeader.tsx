import type { Decimal, ListedInstrument, Timestamp } from "@/graphql/schema";
import { formatDecimal, formatRounded } from "../model/decimal";
import { directionOf, instrumentTypeNames, type Direction } from "../model/quote";
import { formatTime, toUnixSeconds } from "../model/time";
import styles from "./InstrumentHeader.module.css";

const sizeDigits = 8;
const arrows: Readonly<Record<Direction, string>> = { up: "▲", down: "▼", same: "" };
const moves: Readonly<Record<Direction, string>> = { up: "up", down: "down", same: "" };

/** What the instrument is, and its market now. */
export function InstrumentHeader({
  instrument,
  previousLast,
}: {
  readonly instrument: ListedInstrument;
  readonly previousLast: Decimal | null;
}) {
  const { key, name, type, currency, quote } = instrument;
  const last = quote?.last ?? null;
  const direction = directionOf(previousLast, last);
  return (
    <header className={styles.header}>
      <div className={styles.identity}>
        <h2 className={styles.name} data-testid="instrument-name">
          {name}
        </h2>
        <p className={styles.facts}>
          <span className={styles.key} data-testid="instrument-key">
            {key}
          </span>
          <span data-testid="instrument-type">{instrumentTypeNames[type]}</span>
        </p>
      </div>
      <div className={styles.market}>
        <div className={styles.price}>
          <p className={styles.last}>
            <span className="visuallyHidden">Last price </span>
            {/* A new price is a new element, so that its colour fades from the start. */}
            <data
              key={`${last} ${quote?.occurredAt}`}
              value={last ?? ""}
              className={styles[direction]}
              data-testid="last"
              data-direction={direction}
            >
              {formatDecimal(last)}
            </data>
            {last !== null && (
              <span className={styles.currency} data-testid="instrument-currency">
                {currency}
              </span>
            )}
            <span className={`${styles.arrow} ${styles[`${direction}Arrow`] ?? ""}`} aria-hidden="true">
              {arrows[direction]}
            </span>
            <span className="visuallyHidden">{moves[direction]}</span>
          </p>
          <AsOf occurredAt={quote?.occurredAt ?? null} />
        </div>
        <dl className={styles.book}>
          <Side name="Bid" price={quote?.bid ?? null} size={quote?.bidSize ?? null} />
          <Side name="Ask" price={quote?.ask ?? null} size={quote?.askSize ?? null} />
        </dl>
      </div>
    </header>
  );
}

function Side({ name, price, size }: { readonly name: "Bid" | "Ask"; readonly price: Decimal | null; readonly size: Decimal | null }) {
  const testId = name.toLowerCase();
  return (
    <div className={styles.side}>
      <dt>{name}</dt>
      <dd>
        <data value={price ?? ""} data-testid={testId}>
          {formatDecimal(price)}
        </data>
        {size !== null && (
          <span className={styles.size} title={`Size ${formatDecimal(size)}`}>
            <span aria-hidden="true">× </span>
            <span className="visuallyHidden">size </span>
            <data value={size} data-testid={`${testId}-size`}>
              {formatRounded(size, sizeDigits)}
            </data>
          </span>
        )}
      </dd>
    </div>
  );
}

function AsOf({ occurredAt }: { readonly occurredAt: Timestamp | null }) {
  return (
    <p className={styles.asOf}>
      {occurredAt === null ? (
        "No trade yet"
      ) : (
        <time dateTime={occurredAt} data-testid="occurred-at">
          {formatTime(toUnixSeconds(occurredAt), "second")} UTC
        </time>
      )}
    </p>
  );
}
