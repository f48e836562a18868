"use client";

import Big from "big.js";
import { useMemo, useRef, useState } from "react";
import type { OrderType } from "@/graphql/generated";
import type { ListedInstrument } from "@/graphql/schema";
import { formatDecimal } from "@/markets/model/decimal";
import { commands } from "../commands";
import type { Account, Fill, Order, Position } from "../model/accountBook";
import { formatMoney } from "../model/amount";
import { sideNames, timeInForceNames, typeNames } from "../model/orderText";
import { fieldOf, stopOf } from "../model/refusal";
import { sessionText, type Session, type Terms } from "../model/session";
import {
  emptyTicket,
  hasLimit,
  hasTrigger,
  isTrailing,
  mayBePostOnly,
  mayShowPart,
  timesInForce,
  toInput,
  withType,
  type Ticket as Draft,
} from "../model/ticket";
import { checkTicket, type TicketProblem } from "../model/ticketRules";
import { describeTicket, estimateTicket, isContract } from "../model/ticketSummary";
import { CommandDialog } from "./CommandDialog";
import { Check, Choice, Field } from "./Field";
import { SideSwitch } from "./SideSwitch";
import styles from "./Ticket.module.css";

interface Properties {
  readonly account: Account;
  readonly instrument: ListedInstrument;
  readonly position: Position | null;
  readonly feeRate: Big | null;
  /** Null while they are not known. */
  readonly terms: Terms | null;
  readonly session: Session | null;
  readonly onPlaced: (orders: readonly Order[]) => void;
}

const types = Object.entries(typeNames).map(([value, name]) => ({ value: value as OrderType, name }));

/** Writes an order, says what it would cost, and places it after a confirmation. */
export function Ticket({ account, instrument, position, feeRate, terms, session, onPlaced }: Properties) {
  const [draft, setDraft] = useState<Draft>(emptyTicket);
  const [problems, setProblems] = useState<readonly TicketProblem[]>([]);
  const [reviewed, setReviewed] = useState<Draft | null>(null);
  const [showsMore, setShowsMore] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { symbol, currency, quote } = instrument;
  const held = position?.quantity ?? "0";

  const estimate = useMemo(
    () => estimateTicket(draft, { quote, position: held, feeRate, contractSize: new Big(terms?.contractSize ?? 1) }),
    [draft, quote, held, feeRate, terms],
  );
  const check = (ticket: Draft) => checkTicket(ticket, { quote, position: held, terms, now: Date.now });
  const change = (next: Draft): void => {
    setDraft(next);
    // What was told to be wrong is looked at again with each key; what was not is not told before it is asked for.
    if (problems.length > 0) {
      const still = check(next);
      setProblems(
        problems
          .filter(({ field }) => still.some(other => other.field === field))
          .map(known => still.find(({ field }) => field === known.field) ?? known),
      );
    }
  };
  const set = (changes: Partial<Draft>): void => change({ ...draft, ...changes });
  const text = (
    field: "quantity" | "limitPrice" | "triggerPrice" | "trailing" | "displayQuantity" | "expiresAt" | "takeProfit" | "stopLoss",
  ) => ({
    value: draft[field],
    problem: problems.find(problem => problem.field === field)?.message ?? null,
    onText: (value: string) => set({ [field]: value }),
    name: field,
    "data-testid": `ticket-${field}`,
  });
  const number = { inputMode: "decimal" } as const;

  const sendTo = (field: keyof Draft): void => {
    if (hidden.has(field)) setShowsMore(true);
    // The field may only just have come into sight.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus());
  };
  const review = (): void => {
    const found = check(draft);
    setProblems(found);
    const first = found[0];
    if (first) sendTo(first.field);
    else setReviewed(draft);
  };
  const tickHint = terms && `Multiples of ${formatDecimal(terms.tickSize)}`;
  const meets = draft.side === "BUY" ? quote?.ask : quote?.bid;
  const limitHint = meets ? `Market ${formatDecimal(meets)}` : tickHint;
  const hours = session && sessionText(session);
  const stop = stopOf(account);
  return (
    <>
      <form
        ref={form}
        className={styles.ticket}
        aria-label={`Order ticket for ${symbol}`}
        noValidate
        data-testid="ticket"
        onSubmit={event => {
          event.preventDefault();
          review();
        }}
      >
        <SideSwitch
          value={draft.side}
          prices={{ BUY: formatDecimal(quote?.ask), SELL: formatDecimal(quote?.bid) }}
          onChange={side => set({ side })}
        />
        {hours && (
          <p className={session.phase === "CONTINUOUS" ? styles.note : styles.warning} data-testid="session" data-phase={session.phase}>
            {hours}
          </p>
        )}
        <div className={styles.pair}>
          <Choice label="Type" value={draft.type} options={types} onChoose={type => change(withType(draft, type))} testId="ticket-type" />
          <Field
            label="Quantity"
            {...text("quantity")}
            {...number}
            {...(terms ? { hint: `Multiples of ${formatDecimal(terms.lotSize)}` } : {})}
          />
        </div>
        {(hasTrigger(draft.type) || hasLimit(draft.type)) && (
          <div className={styles.pair}>
            {hasTrigger(draft.type) && (
              <Field
                label="Trigger price"
                {...text("triggerPrice")}
                {...number}
                unit={currency}
                {...(tickHint ? { hint: tickHint } : {})}
              />
            )}
            {hasLimit(draft.type) && (
              <Field label="Limit price" {...text("limitPrice")} {...number} unit={currency} {...(limitHint ? { hint: limitHint } : {})} />
            )}
          </div>
        )}
        {isTrailing(draft.type) && (
          <div className={styles.pair}>
            <Field
              label="Follows at a distance of"
              {...text("trailing")}
              {...number}
              unit={draft.trailingIn === "PERCENT" ? "%" : currency}
            />
            <Choice
              label="Distance in"
              value={draft.trailingIn}
              options={[
                { value: "PERCENT", name: "Per cent" },
                { value: "AMOUNT", name: currency },
              ]}
              onChoose={trailingIn => set({ trailingIn })}
            />
          </div>
        )}
        <Choice
          label="Time in force"
          value={draft.timeInForce}
          options={timesInForce(draft.type).map(value => ({ value, name: timeInForceNames[value] }))}
          onChoose={timeInForce => set({ timeInForce })}
          testId="ticket-timeInForce"
        />
        {draft.timeInForce === "GOOD_TILL_DATE" && <Field label="Expires (UTC)" type="datetime-local" {...text("expiresAt")} />}
        <div className={styles.checks}>
          {mayBePostOnly(draft) && (
            <Check
              label="Post-only"
              hint="Refused instead of trading at once"
              name="postOnly"
              checked={draft.postOnly}
              onCheck={postOnly => set({ postOnly })}
            />
          )}
          <Check
            label="Reduce-only"
            hint="Never opens or enlarges a position"
            name="reduceOnly"
            checked={draft.reduceOnly}
            problem={problems.find(({ field }) => field === "reduceOnly")?.message ?? null}
            onCheck={reduceOnly => set({ reduceOnly })}
          />
        </div>
        <details className={styles.more} open={showsMore} onToggle={event => setShowsMore(event.currentTarget.open)}>
          <summary>{mayShowPart(draft) ? "Take profit, stop loss, iceberg" : "Take profit and stop loss"}</summary>
          <div className={styles.moreContent}>
            {draft.reduceOnly ? (
              <p className={styles.note}>An order that only reduces has no exits of its own.</p>
            ) : (
              <div className={styles.pair}>
                <Field label="Take profit at" {...text("takeProfit")} {...number} unit={currency} />
                <Field label="Stop loss at" {...text("stopLoss")} {...number} unit={currency} />
              </div>
            )}
            {mayShowPart(draft) && <Field label="Shown quantity (iceberg)" {...text("displayQuantity")} {...number} />}
          </div>
        </details>
        <dl className={styles.estimate} aria-label="Estimate">
          <div>
            <dt>{isContract(instrument) ? "Value, about" : draft.side === "BUY" ? "Cost, about" : "Proceeds, about"}</dt>
            <dd data-testid="estimate-notional">
              {formatMoney(estimate?.notional ?? null)} {currency}
            </dd>
          </div>
          <div>
            <dt>Fee, about</dt>
            <dd data-testid="estimate-fee">
              {feeRate ? `${formatMoney(estimate?.fee ?? null)} ${currency}` : "Known after the first fill"}
            </dd>
          </div>
          <div>
            <dt>Position</dt>
            <dd>
              {formatDecimal(held)}
              {estimate && <> → {formatDecimal(estimate.positionAfter.toFixed())}</>}
            </dd>
          </div>
        </dl>
        {stop && (
          <p className={styles.warning} data-testid="stop">
            {stop}
          </p>
        )}
        <button type="submit" className={styles.submit} data-side={draft.side} data-testid="review">
          Review {draft.side === "BUY" ? "purchase" : "sale"}
        </button>
      </form>
      {reviewed && (
        <Review
          draft={reviewed}
          account={account}
          instrument={instrument}
          sentences={describeTicket(reviewed, instrument, estimate)}
          onClose={refusal => {
            setReviewed(null);
            const field = refusal && fieldOf(refusal);
            if (field) sendTo(field);
          }}
          onPlaced={orders => {
            setReviewed(null);
            onPlaced(orders);
            setDraft({ ...draft, quantity: "", takeProfit: "", stopLoss: "", displayQuantity: "" });
          }}
        />
      )}
    </>
  );
}

const hidden: ReadonlySet<keyof Draft> = new Set(["takeProfit", "stopLoss", "displayQuantity"]);

function Review({
  draft,
  account,
  instrument,
  sentences,
  onClose,
  onPlaced,
}: {
  readonly draft: Draft;
  readonly account: Account;
  readonly instrument: ListedInstrument;
  readonly sentences: readonly string[];
  readonly onClose: (refusal: string | null) => void;
  readonly onPlaced: (orders: readonly Order[]) => void;
}) {
  // The estimate moves with the market while the dialog is open; what is sent does not.
  const command = useMemo(
    () => (key: string) => commands.place(toInput(draft, account.id, instrument.key, key)),
    [draft, account.id, instrument.key],
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <CommandDialog
      title={`${sideNames[draft.side]} ${instrument.symbol}?`}
      verb={draft.side === "BUY" ? "Place purchase" : "Place sale"}
      doing="Placing…"
      danger={draft.side === "SELL"}
      command={command}
      onClose={() => onClose(refusal)}
      onRefused={({ code }) => setRefusal(code)}
      onDone={onPlaced}
    >
      {sentences.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className={styles.note}>
        Account: {account.name} ({account.venue})
      </p>
    </CommandDialog>
  );
}

/** The part of the notional that the account's latest fills of this kind paid; null before the first. */
export function feeRateOf(fills: readonly Fill[], instrumentKey: string): Big | null {
  const paid = fills.filter(({ notional }) => !new Big(notional).eq(0));
  const fill = paid.find(({ instrument }) => instrument.key === instrumentKey) ?? paid[0];
  return fill ? new Big(fill.fee).div(fill.notional) : null;
}
