/** What the page reads of the server's GraphQL schema, by the names it has in the pages. */
import type { CandleFieldsFragment, InstrumentFieldsFragment, ListedInstrumentFragment, QuoteFieldsFragment } from "./generated";

export type { CandleInterval, InstrumentType } from "./generated";

/** A decimal number as text, never rounded on the way: `"100.34"`. */
export type Decimal = string;

/** A moment in UTC, RFC 3339 with nine fraction digits: `"2026-01-05T14:30:00.000000000Z"`. Sorts as text. */
export type Timestamp = string;

/** The last known state of a market. What is not known is null. */
export type Quote = QuoteFieldsFragment;

/** A thing that is traded, at one venue. */
export type Instrument = InstrumentFieldsFragment;

/** An instrument with its market. */
export type ListedInstrument = ListedInstrumentFragment;

/** The trades of one interval. */
export type Candle = CandleFieldsFragment;
