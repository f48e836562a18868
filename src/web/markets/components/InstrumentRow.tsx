import { memo, useEffect, useRef, type MouseEvent } from "react";
import type { CandleInterval, ListedInstrument } from "@/graphql/schema";
import { formatDecimal } from "../model/decimal";
import { instrumentTypeNames } from "../model/quote";
import { selectionAddress } from "../useSelection";
import styles from "./InstrumentList.module.css";

interface Properties {
  readonly instrument: ListedInstrument;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly interval: CandleInterval;
  readonly onSelect: (key: string) => void;
  readonly watch: (key: string, visible: boolean) => void;
  readonly page: string;
}

/** An instrument in the list; while it is in sight, its price is kept fresh. */
export const InstrumentRow = memo(function InstrumentRow({
  instrument,
  isSelected,
  isTabStop,
  interval,
  onSelect,
  watch,
  page,
}: Properties) {
  const { key, venue, symbol, name, type, currency, quote } = instrument;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!row.current) return undefined;
    const observer = new IntersectionObserver(entries => watch(key, entries.at(-1)?.isIntersecting ?? false));
    observer.observe(row.current);
    return () => {
      observer.disconnect();
      watch(key, false);
    };
  }, [key, watch]);

  // A plain click stays on the page; with a modifier it is a link like any other.
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onSelect(key);
  };
  return (
    <li ref={row} className={styles.item}>
      <a
        href={selectionAddress(key, interval, page)}
        className={styles.row}
        aria-current={isSelected ? "page" : undefined}
        tabIndex={isTabStop ? 0 : -1}
        onClick={follow}
        data-testid="instrument-item"
        data-key={key}
      >
        <span className={styles.symbol}>{symbol}</span>
        <span className={styles.last} data-testid="instrument-last">
          {formatDecimal(quote?.last)}
        </span>
        <span className={styles.name}>{name === symbol ? instrumentTypeNames[type] : name}</span>
        <span className={styles.venue}>
          {venue}
          <span aria-hidden="true"> · </span>
          {currency}
        </span>
      </a>
    </li>
  );
});
