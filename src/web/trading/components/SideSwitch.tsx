import type { OrderSide } from "@/graphql/generated";
import styles from "./Ticket.module.css";

/** Buy or sell, each with the price that it would meet; a radio group, so that arrow keys work as everywhere. */
export function SideSwitch({
  value,
  prices,
  onChange,
}: {
  readonly value: OrderSide;
  readonly prices: Readonly<Record<OrderSide, string>>;
  readonly onChange: (side: OrderSide) => void;
}) {
  return (
    <fieldset className={styles.sides}>
      <legend className="visuallyHidden">Side</legend>
      {(["BUY", "SELL"] as const).map(side => (
        <label key={side} className={styles.side} data-side={side}>
          <input
            type="radio"
            name="side"
            value={side}
            checked={value === side}
            onChange={() => onChange(side)}
            data-testid={`side-${side}`}
          />
          <span>
            <b>{side === "BUY" ? "Buy" : "Sell"}</b> <small>{prices[side]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
