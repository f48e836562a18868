// Generated from schemas/fincord.graphql and graphql/documents by `npm run codegen`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from "@graphql-typed-document-node/core";
/** What an account may do at most, in its base currency. What is left out is not limited, or has the default. */
export type AccountLimitsInput = {
  /** The largest order. */
  readonly maxOrderNotional?: string | null | undefined;
  /** Orders that have not ended; 1,000 by default. */
  readonly maxOpenOrders?: number | null | undefined;
  /** The largest position in one instrument, open orders on the same side included. */
  readonly maxPositionNotional?: string | null | undefined;
  /** All positions and open orders together, long and short added up. */
  readonly maxExposure?: string | null | undefined;
  /** The largest loss since the UTC day began. */
  readonly maxDailyLoss?: string | null | undefined;
  /** The largest loss from the highest equity, as a part of it, in (0, 1]. */
  readonly maxDrawdown?: string | null | undefined;
  /** How many orders a second, in the long run; 2,000 by default. */
  readonly ordersPerSecond?: number | null | undefined;
  /** How many at once; 4,000 by default. */
  readonly orderBurst?: number | null | undefined;
  /** Whether reaching a loss limit also cancels all open orders. */
  readonly cancelsWhenTripped?: boolean | null | undefined;
};

/** Changes a working order. */
export type AmendOrderInput = {
  /** The account. */
  readonly accountId: string | number;
  readonly idempotencyKey: string;
  /** The order. */
  readonly orderId: string | number;
  /** The version of the order that its owner saw; without it whatever it is now is changed. */
  readonly version?: number | null | undefined;
  /** The whole quantity, what is filled included. */
  readonly quantity?: string | null | undefined;
  /** The limit price. */
  readonly limitPrice?: string | null | undefined;
  /** The trigger price. */
  readonly triggerPrice?: string | null | undefined;
};

/** Cancels all open orders. */
export type CancelAllOrdersInput = {
  /** The account. */
  readonly accountId: string | number;
  /** 1 to 64 visible ASCII characters; the same key and content get the same answer. */
  readonly idempotencyKey: string;
  /** Only those of this instrument; without it all. */
  readonly instrumentKey?: string | null | undefined;
};

/** Cancels an order. */
export type CancelOrderInput = {
  /** The account. */
  readonly accountId: string | number;
  /** 1 to 64 visible ASCII characters; the same key and content get the same answer. */
  readonly idempotencyKey: string;
  /** The order. */
  readonly orderId: string | number;
};

/** Cancels an instrument's orders and closes its position at the market. */
export type ClosePositionInput = {
  /** The account. */
  readonly accountId: string | number;
  /** 1 to 64 visible ASCII characters; the same key and content get the same answer. */
  readonly idempotencyKey: string;
  /** The instrument, VENUE:SYMBOL. */
  readonly instrumentKey: string;
};

/** Opens an account. */
export type OpenAccountInput = {
  /** 1 to 64 visible ASCII characters; the same key and content get the same answer. */
  readonly idempotencyKey: string;
  /** The name that its owner reads, at most 64 characters. */
  readonly name?: string | null | undefined;
  /** Where its orders go; paper by default. */
  readonly venue?: string | null | undefined;
  /** What it may do with borrowed money; CASH by default. */
  readonly kind?: AccountKind | null | undefined;
  /** What backs a position on margin; CROSS by default. */
  readonly marginMode?: MarginMode | null | undefined;
  /** The most notional per unit of equity, 1 to 125; 1 by default. */
  readonly leverage?: string | null | undefined;
  /** The currency that its equity and limits are counted in; USD by default. */
  readonly baseCurrency?: string | null | undefined;
  /** What it may do at most; without it nothing but a thousand open orders and a rate of orders limits it. */
  readonly limits?: AccountLimitsInput | null | undefined;
  /** The paper league whose books it trades in, together with its other members; without one it has books of its own. */
  readonly league?: string | null | undefined;
};

/** An order as a member asks for it. What an order of its type needs is checked where it is placed. */
export type OrderRequestInput = {
  /** The instrument, VENUE:SYMBOL. */
  readonly instrumentKey?: string | null | undefined;
  /** Buy or sell. */
  readonly side?: OrderSide | null | undefined;
  /** How it becomes active and at what price it may fill. */
  readonly type?: OrderType | null | undefined;
  /** How much. */
  readonly quantity?: string | null | undefined;
  /** The worst price that it may fill at; limit, stop-limit and limit-if-touched orders have one. */
  readonly limitPrice?: string | null | undefined;
  /** The market price that activates it; stop and if-touched orders have one. */
  readonly triggerPrice?: string | null | undefined;
  /** How far behind the market a trailing stop follows, as an amount; or as a percentage. */
  readonly trailingAmount?: string | null | undefined;
  /** How far behind the market a trailing stop follows, in per cent of its price. */
  readonly trailingPercent?: string | null | undefined;
  /** How much of an iceberg the market sees at a time. */
  readonly displayQuantity?: string | null | undefined;
  /** How long it lives; without it a market order is IMMEDIATE_OR_CANCEL, and any other GOOD_TILL_CANCELLED. */
  readonly timeInForce?: TimeInForce | null | undefined;
  /** When a good-till-date order expires. */
  readonly expiresAt?: string | null | undefined;
  /** Whether it never takes; false by default. */
  readonly postOnly?: boolean | null | undefined;
  /** Whether it never opens or enlarges a position; false by default. */
  readonly reduceOnly?: boolean | null | undefined;
};

/** Moves money in, or out when the amount is negative. */
export type PayInput = {
  /** The account. */
  readonly accountId: string | number;
  /** 1 to 64 visible ASCII characters; the same key and content get the same answer. */
  readonly idempotencyKey: string;
  /** The currency's code. */
  readonly currency: string;
  /** How much. */
  readonly amount: string;
};

/** Places an order, an order with exits, or orders that belong together. */
export type PlaceOrderInput = {
  /** The account. */
  readonly accountId: string | number;
  readonly idempotencyKey: string;
  /** The price of an exit with a gain, a limit order that follows when this one is filled. */
  readonly takeProfit?: string | null | undefined;
  /** The price of an exit with a loss, a stop that follows when this one is filled. With both, each cancels the other. */
  readonly stopLoss?: string | null | undefined;
  /** Orders that belong together, the entry first, instead of the one that is described above. */
  readonly orders?: ReadonlyArray<OrderRequestInput> | null | undefined;
  /** How Orders belong together. */
  readonly structure?: OrderStructure | null | undefined;
  /** The instrument, VENUE:SYMBOL. */
  readonly instrumentKey?: string | null | undefined;
  /** Buy or sell. */
  readonly side?: OrderSide | null | undefined;
  /** How it becomes active and at what price it may fill. */
  readonly type?: OrderType | null | undefined;
  /** How much. */
  readonly quantity?: string | null | undefined;
  /** The worst price that it may fill at; limit, stop-limit and limit-if-touched orders have one. */
  readonly limitPrice?: string | null | undefined;
  /** The market price that activates it; stop and if-touched orders have one. */
  readonly triggerPrice?: string | null | undefined;
  /** How far behind the market a trailing stop follows, as an amount; or as a percentage. */
  readonly trailingAmount?: string | null | undefined;
  /** How far behind the market a trailing stop follows, in per cent of its price. */
  readonly trailingPercent?: string | null | undefined;
  /** How much of an iceberg the market sees at a time. */
  readonly displayQuantity?: string | null | undefined;
  /** How long it lives; without it a market order is IMMEDIATE_OR_CANCEL, and any other GOOD_TILL_CANCELLED. */
  readonly timeInForce?: TimeInForce | null | undefined;
  /** When a good-till-date order expires. */
  readonly expiresAt?: string | null | undefined;
  /** Whether it never takes; false by default. */
  readonly postOnly?: boolean | null | undefined;
  /** Whether it never opens or enlarges a position; false by default. */
  readonly reduceOnly?: boolean | null | undefined;
};

/** Turns an account's kill switch; on also cancels all open orders. */
export type TurnKillSwitchInput = {
  /** The account. */
  readonly accountId: string | number;
  /** 1 to 64 visible ASCII characters; the same key and content get the same answer. */
  readonly idempotencyKey: string;
  /** On or off. */
  readonly isOn: boolean;
};

/** What an account may do with borrowed money. */
export type AccountKind =
  /** It spends what it has and sells what it holds. */
  | "CASH"
  /** It may borrow money and units, against margin. */
  | "MARGIN";

/** The length of a candle. D1 is the UTC day, W1 starts on Monday 00:00 UTC, MN1 is the calendar month in UTC. */
export type CandleInterval =
  /** One second. */
  | "S1"
  /** Five seconds. */
  | "S5"
  /** One minute. */
  | "M1"
  /** Five minutes. */
  | "M5"
  /** Fifteen minutes. */
  | "M15"
  /** Thirty minutes. */
  | "M30"
  /** One hour. */
  | "H1"
  /** Four hours. */
  | "H4"
  /** One UTC day. */
  | "D1"
  /** One week from Monday 00:00 UTC. */
  | "W1"
  /** One calendar month in UTC. */
  | "MN1";

/** What kind of thing is traded. */
export type InstrumentType =
  /** A share of a company. */
  | "EQUITY"
  /** An exchange-traded fund. */
  | "ETF"
  /** A mutual fund. */
  | "MUTUAL_FUND"
  /** A bond. */
  | "BOND"
  /** A pair of currencies. */
  | "FX"
  /** A crypto asset for immediate delivery. */
  | "CRYPTO_SPOT"
  /** A perpetual swap. */
  | "PERPETUAL"
  /** A dated future. */
  | "FUTURE"
  /** An option. */
  | "OPTION";

/** Why a journal entry was made. */
export type JournalKind =
  /** Money came in from outside. */
  | "DEPOSIT"
  /** Money went out. */
  | "WITHDRAWAL"
  /** An order was filled. */
  | "FILL"
  /** Funding between the long and the short side of a perpetual. */
  | "FUNDING"
  /** The cost of what was borrowed. */
  | "BORROW"
  /** A dividend, received on a long and paid on a short position. */
  | "DIVIDEND"
  /** A split, merger, symbol change or expiry changed what is held. */
  | "CORPORATE_ACTION"
  /** One currency was exchanged for another. */
  | "CONVERSION"
  /** A fee that belongs to no fill: a venue's charge for a liquidation, a regulator's fee. */
  | "FEE";

/** The accounts of the ledger. What the owner has is Cash and Position; the others say where it came from. */
export type LedgerAccount =
  /** Money that is the owner's. */
  | "CASH"
  /** Units of an instrument that are the owner's; negative for a short position. */
  | "POSITION"
  /** What open contracts cost: their notional never leaves cash. */
  | "CONTRACT"
  /** The other side of each fill. Over all accounts of a venue, and the venue's own, its net is zero in each unit. */
  | "CLEARING"
  /** Fees paid. */
  | "FEES"
  /** Funding paid and received. */
  | "FUNDING"
  /** Interest paid for what was borrowed. */
  | "INTEREST"
  /** Dividends received and paid. */
  | "DIVIDENDS"
  /** The world outside: deposits come from here, withdrawals go here. */
  | "EXTERNAL"
  /** What an instrument's own events gave and took. */
  | "CORPORATE_ACTION";

/** Which part an order had in a fill. Fees depend on it. */
export type LiquiditySide =
  /** It rested in the book and was met. */
  | "MAKER"
  /** It came in and met a resting order. */
  | "TAKER"
  /** Both came together in an auction. */
  | "AUCTION";

/** What backs a position on margin. */
export type MarginMode =
  /** All that the account has backs all its positions. */
  | "CROSS"
  /** Each position has its own margin, and loses no more than that. */
  | "ISOLATED";

/** Why an account has more or less of something. */
export type MovementKind =
  /** Money came in from outside. */
  | "DEPOSIT"
  /** Money went out. */
  | "WITHDRAWAL"
  /** Units and money of fills; of contracts the money is what was realized. */
  | "FILL"
  /** Fees, rebates against them. */
  | "FEE"
  /** Funding of perpetuals. */
  | "FUNDING"
  /** Interest for what was borrowed. */
  | "INTEREST"
  /** Dividends. */
  | "DIVIDEND"
  /** Splits, mergers, symbol changes and expiries. */
  | "CORPORATE_ACTION"
  /** One currency for another. */
  | "CONVERSION";

/** Who placed an order. */
export type OrderOrigin =
  /** A member, by hand. */
  | "MEMBER"
  /** A bot. */
  | "BOT"
  /** A rule of the account's: it was liquidated. */
  | "LIQUIDATION"
  /** A kill switch that closes what is open. */
  | "KILL_SWITCH";

/** Which way an order goes. A quantity says how much; only this says which way. */
export type OrderSide =
  /** Buys at its price or lower. */
  | "BUY"
  /** Sells at its price or higher. */
  | "SELL";

/** Where an order is in its life. */
export type OrderStatus =
  /** Known to us only: it waits for the order that it depends on. */
  | "INITIALIZED"
  /** Refused by us before it went anywhere. */
  | "DENIED"
  /** On its way to the venue; what is durable from here on is sent again after a crash. */
  | "SUBMITTED"
  /** Working at the venue. */
  | "ACCEPTED"
  /** Refused by the venue. */
  | "REJECTED"
  /** Its trigger was touched; it works as a market or limit order now. */
  | "TRIGGERED"
  /** A change is on its way to the venue. */
  | "PENDING_UPDATE"
  /** A cancel is on its way to the venue. */
  | "PENDING_CANCEL"
  /** Some of it traded, the rest is working. */
  | "PARTIALLY_FILLED"
  /** All of it traded. */
  | "FILLED"
  /** Ended by its owner, by another order, or by a rule. */
  | "CANCELLED"
  /** Ended by its time in force. */
  | "EXPIRED";

/** How orders that are placed together belong together. */
export type OrderStructure =
  /** One order. */
  | "SINGLE"
  /**
   * One cancels the other (OCO): what fills of one is taken from the others; cancelling one cancels all. Between a fill and the others'
   * cancel, as long as the message travels, a live venue may fill another, too; such a fill is booked like any other.
   */
  | "ONE_CANCELS_OTHER"
  /** One triggers the other (OTO): the first is placed; the others follow when it is filled, for what was filled of it. */
  | "ONE_TRIGGERS_OTHER"
  /** An entry that triggers two exits of which one cancels the other. */
  | "BRACKET";

/**
 * What makes an order trade, and at which price. The book knows Market and Limit; the others wait outside of it
 * until their trigger price is met and then become one of the two. An iceberg is a limit order with a display quantity.
 */
export type OrderType =
  /** Trades at once at the best prices there are; what finds no counterparty is cancelled. */
  | "MARKET"
  /** Trades at its limit price or better, and rests in the book otherwise. */
  | "LIMIT"
  /** A market order once the market trades at its stop price or beyond: above for a buy, below for a sell. */
  | "STOP"
  /** A limit order once the market trades at its stop price or beyond. */
  | "STOP_LIMIT"
  /** A market order once the market is at its trigger price or better: below for a buy, above for a sell. */
  | "MARKET_IF_TOUCHED"
  /** A limit order once the market is at its trigger price or better. */
  | "LIMIT_IF_TOUCHED"
  /** A stop whose stop price follows the market's best level at a distance and never goes back. */
  | "TRAILING_STOP";

/** How long an order lives, and when it may trade. */
export type TimeInForce =
  /** Until it is filled or cancelled (GTC). */
  | "GOOD_TILL_CANCELLED"
  /** Until a moment of its own (GTD). */
  | "GOOD_TILL_DATE"
  /** Until the end of the trading session (DAY). */
  | "DAY"
  /** Trades what it can at once; the rest is cancelled (IOC). */
  | "IMMEDIATE_OR_CANCEL"
  /** Trades its whole quantity at once, or nothing (FOK). */
  | "FILL_OR_KILL"
  /** Trades in the opening auction; the rest is cancelled. */
  | "AT_THE_OPEN"
  /** Trades in the closing auction; the rest is cancelled. */
  | "AT_THE_CLOSE";

/** What a market does at the moment. */
export type TradingPhase =
  /** Nothing but cancels; orders stay. */
  | "CLOSED"
  /** Orders are collected for the opening auction, and nothing trades. */
  | "OPENING_AUCTION"
  /** Orders trade as they come. */
  | "CONTINUOUS"
  /** Orders are collected for the closing auction, and nothing trades. */
  | "CLOSING_AUCTION"
  /** Stopped within a session: nothing but cancels. */
  | "HALTED";

export type DailyPnlQueryVariables = Exact<{
  id: string | number;
}>;

export type DailyPnlQuery = {
  readonly account: {
    readonly id: string;
    readonly dailyPnl: ReadonlyArray<{
      readonly day: string;
      readonly closingEquity: string;
      readonly return: number | null;
      readonly profit: {
        readonly total: string;
        readonly realized: string;
        readonly unrealized: string;
        readonly fees: string;
        readonly income: string;
        readonly flow: string;
      };
    }>;
  } | null;
};

export type PerformanceQueryVariables = Exact<{
  id: string | number;
}>;

export type PerformanceQuery = {
  readonly account: {
    readonly id: string;
    readonly performance: {
      readonly from: string | null;
      readonly to: string | null;
      readonly timeWeightedReturn: number | null;
      readonly moneyWeightedReturn: number | null;
      readonly moneyWeightedAnnual: number | null;
      readonly sampleSize: number;
      readonly volatility: number | null;
      readonly sharpe: number | null;
      readonly sharpeLow: number | null;
      readonly sharpeHigh: number | null;
      readonly sortino: number | null;
      readonly maxDrawdown: number;
      readonly longestDrawdownDays: number;
    };
  } | null;
};

export type TradesQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;

export type TradesQuery = {
  readonly account: {
    readonly id: string;
    readonly trades: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly side: OrderSide;
        readonly isClosed: boolean;
        readonly quantity: string;
        readonly entryPrice: string;
        readonly exitPrice: string | null;
        readonly fees: string;
        readonly netProfit: string;
        readonly openedAt: string;
        readonly closedAt: string | null;
        readonly instrument: {
          readonly id: string;
          readonly key: string;
          readonly venue: string;
          readonly symbol: string;
          readonly name: string;
          readonly type: InstrumentType;
          readonly currency: string;
        };
      }> | null;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null;
};

export type StatementQueryVariables = Exact<{
  id: string | number;
}>;

export type StatementQuery = {
  readonly account: {
    readonly id: string;
    readonly statement: {
      readonly from: string;
      readonly to: string;
      readonly opening: { readonly equity: string | null };
      readonly closing: { readonly equity: string | null };
      readonly movements: ReadonlyArray<{
        readonly kind: MovementKind;
        readonly unit: string;
        readonly amount: string;
        readonly count: number;
      }>;
    };
  } | null;
};

export type RiskQueryVariables = Exact<{
  id: string | number;
}>;

export type RiskQuery = {
  readonly account: {
    readonly id: string;
    readonly risk: {
      readonly at: string;
      readonly grossExposure: string;
      readonly netExposure: string;
      readonly leverage: string | null;
      readonly marginRatio: string | null;
      readonly horizon: CandleInterval;
      readonly sampleSize: number;
      readonly at95: { readonly valueAtRisk: number; readonly expectedShortfall: number } | null;
      readonly at99: { readonly valueAtRisk: number; readonly expectedShortfall: number } | null;
      readonly byInstrument: ReadonlyArray<{ readonly name: string; readonly gross: string; readonly net: string }>;
    } | null;
  } | null;
};

export type QuoteFieldsFragment = {
  readonly key: string;
  readonly bid: string | null;
  readonly ask: string | null;
  readonly bidSize: string | null;
  readonly askSize: string | null;
  readonly last: string | null;
  readonly lastSize: string | null;
  readonly occurredAt: string | null;
};

export type InstrumentFieldsFragment = {
  readonly id: string;
  readonly key: string;
  readonly venue: string;
  readonly symbol: string;
  readonly name: string;
  readonly type: InstrumentType;
  readonly currency: string;
};

export type ListedInstrumentFragment = {
  readonly id: string;
  readonly key: string;
  readonly venue: string;
  readonly symbol: string;
  readonly name: string;
  readonly type: InstrumentType;
  readonly currency: string;
  readonly quote: {
    readonly key: string;
    readonly bid: string | null;
    readonly ask: string | null;
    readonly bidSize: string | null;
    readonly askSize: string | null;
    readonly last: string | null;
    readonly lastSize: string | null;
    readonly occurredAt: string | null;
  } | null;
};

export type CandleFieldsFragment = {
  readonly openTime: string;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume: string;
  readonly vwap: string | null;
  readonly tradeCount: number;
  readonly revision: number;
  readonly isClosed: boolean;
};

export type InstrumentsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type InstrumentsQuery = {
  readonly instruments: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly key: string;
      readonly venue: string;
      readonly symbol: string;
      readonly name: string;
      readonly type: InstrumentType;
      readonly currency: string;
      readonly quote: {
        readonly key: string;
        readonly bid: string | null;
        readonly ask: string | null;
        readonly bidSize: string | null;
        readonly askSize: string | null;
        readonly last: string | null;
        readonly lastSize: string | null;
        readonly occurredAt: string | null;
      } | null;
    }> | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type InstrumentQueryVariables = Exact<{
  key: string;
}>;

export type InstrumentQuery = {
  readonly instrument: {
    readonly id: string;
    readonly key: string;
    readonly venue: string;
    readonly symbol: string;
    readonly name: string;
    readonly type: InstrumentType;
    readonly currency: string;
    readonly quote: {
      readonly key: string;
      readonly bid: string | null;
      readonly ask: string | null;
      readonly bidSize: string | null;
      readonly askSize: string | null;
      readonly last: string | null;
      readonly lastSize: string | null;
      readonly occurredAt: string | null;
    } | null;
  } | null;
};

export type CandleBoundsQueryVariables = Exact<{
  key: string;
  interval: CandleInterval;
}>;

export type CandleBoundsQuery = {
  readonly instrument: {
    readonly id: string;
    readonly quote: { readonly key: string; readonly occurredAt: string | null } | null;
    readonly candles: { readonly nodes: ReadonlyArray<{ readonly openTime: string }> | null } | null;
  } | null;
};

export type CandlesQueryVariables = Exact<{
  key: string;
  interval: CandleInterval;
  from?: string | null | undefined;
  to?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type CandlesQuery = {
  readonly instrument: {
    readonly id: string;
    readonly candles: {
      readonly nodes: ReadonlyArray<{
        readonly openTime: string;
        readonly open: string;
        readonly high: string;
        readonly low: string;
        readonly close: string;
        readonly volume: string;
        readonly vwap: string | null;
        readonly tradeCount: number;
        readonly revision: number;
        readonly isClosed: boolean;
      }> | null;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null;
};

export type QuoteChangedSubscriptionVariables = Exact<{
  key: string;
}>;

export type QuoteChangedSubscription = {
  readonly quoteChanged: {
    readonly key: string;
    readonly bid: string | null;
    readonly ask: string | null;
    readonly bidSize: string | null;
    readonly askSize: string | null;
    readonly last: string | null;
    readonly lastSize: string | null;
    readonly occurredAt: string | null;
  };
};

export type CandleChangedSubscriptionVariables = Exact<{
  key: string;
  interval: CandleInterval;
}>;

export type CandleChangedSubscription = {
  readonly candleChanged: {
    readonly openTime: string;
    readonly open: string;
    readonly high: string;
    readonly low: string;
    readonly close: string;
    readonly volume: string;
    readonly vwap: string | null;
    readonly tradeCount: number;
    readonly revision: number;
    readonly isClosed: boolean;
  };
};

export type OrderFieldsFragment = {
  readonly id: string;
  readonly side: OrderSide;
  readonly type: OrderType;
  readonly quantity: string;
  readonly limitPrice: string | null;
  readonly triggerPrice: string | null;
  readonly trailingAmount: string | null;
  readonly trailingPercent: string | null;
  readonly displayQuantity: string | null;
  readonly timeInForce: TimeInForce;
  readonly expiresAt: string | null;
  readonly postOnly: boolean;
  readonly reduceOnly: boolean;
  readonly status: OrderStatus;
  readonly filled: string;
  readonly remaining: string;
  readonly averageFillPrice: string | null;
  readonly cost: string;
  readonly fees: string;
  readonly code: string | null;
  readonly reason: string | null;
  readonly version: number;
  readonly origin: OrderOrigin;
  readonly parentId: string | null;
  readonly siblingIds: ReadonlyArray<string>;
  readonly placedAt: string;
  readonly changedAt: string;
  readonly instrument: {
    readonly id: string;
    readonly key: string;
    readonly venue: string;
    readonly symbol: string;
    readonly name: string;
    readonly type: InstrumentType;
    readonly currency: string;
  };
  readonly denial: { readonly limit: string | null; readonly actual: string | null; readonly unit: string } | null;
};

export type FillFieldsFragment = {
  readonly id: string;
  readonly orderId: string;
  readonly side: OrderSide;
  readonly price: string;
  readonly quantity: string;
  readonly liquidity: LiquiditySide;
  readonly fee: string;
  readonly notional: string;
  readonly realized: string;
  readonly occurredAt: string;
  readonly settlesOn: string;
  readonly instrument: {
    readonly id: string;
    readonly key: string;
    readonly venue: string;
    readonly symbol: string;
    readonly name: string;
    readonly type: InstrumentType;
    readonly currency: string;
  };
};

export type AccountFieldsFragment = {
  readonly id: string;
  readonly name: string;
  readonly venue: string;
  readonly kind: AccountKind;
  readonly marginMode: MarginMode;
  readonly leverage: string;
  readonly baseCurrency: string;
  readonly isKilled: boolean;
  readonly haltedBy: string | null;
  readonly league: string | null;
  readonly equity: string;
  readonly exposure: string;
  readonly freeMargin: string;
  readonly initialMargin: string;
  readonly maintenanceMargin: string;
  readonly sequence: number;
  readonly at: string;
  readonly breaker: { readonly code: string; readonly limit: string; readonly actual: string; readonly unit: string } | null;
  readonly balances: ReadonlyArray<{ readonly currency: string; readonly total: string; readonly held: string; readonly free: string }>;
  readonly positions: ReadonlyArray<{
    readonly quantity: string;
    readonly averageCost: string;
    readonly cost: string;
    readonly mark: string | null;
    readonly value: string | null;
    readonly unrealized: string | null;
    readonly realized: string;
    readonly realizedFifo: string;
    readonly fees: string;
    readonly instrument: {
      readonly id: string;
      readonly key: string;
      readonly venue: string;
      readonly symbol: string;
      readonly name: string;
      readonly type: InstrumentType;
      readonly currency: string;
    };
  }>;
};

export type TradingErrorFieldsFragment = {
  readonly code: string;
  readonly message: string;
  readonly limit: string | null;
  readonly actual: string | null;
  readonly unit: string | null;
};

export type AccountsQueryVariables = Exact<{ [key: string]: never }>;

export type AccountsQuery = {
  readonly accounts: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly venue: string;
    readonly kind: AccountKind;
    readonly baseCurrency: string;
  }>;
};

export type AccountQueryVariables = Exact<{
  id: string | number;
  open: number;
  latest: number;
}>;

export type AccountQuery = {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly venue: string;
    readonly kind: AccountKind;
    readonly marginMode: MarginMode;
    readonly leverage: string;
    readonly baseCurrency: string;
    readonly isKilled: boolean;
    readonly haltedBy: string | null;
    readonly league: string | null;
    readonly equity: string;
    readonly exposure: string;
    readonly freeMargin: string;
    readonly initialMargin: string;
    readonly maintenanceMargin: string;
    readonly sequence: number;
    readonly at: string;
    readonly openOrders: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly side: OrderSide;
        readonly type: OrderType;
        readonly quantity: string;
        readonly limitPrice: string | null;
        readonly triggerPrice: string | null;
        readonly trailingAmount: string | null;
        readonly trailingPercent: string | null;
        readonly displayQuantity: string | null;
        readonly timeInForce: TimeInForce;
        readonly expiresAt: string | null;
        readonly postOnly: boolean;
        readonly reduceOnly: boolean;
        readonly status: OrderStatus;
        readonly filled: string;
        readonly remaining: string;
        readonly averageFillPrice: string | null;
        readonly cost: string;
        readonly fees: string;
        readonly code: string | null;
        readonly reason: string | null;
        readonly version: number;
        readonly origin: OrderOrigin;
        readonly parentId: string | null;
        readonly siblingIds: ReadonlyArray<string>;
        readonly placedAt: string;
        readonly changedAt: string;
        readonly instrument: {
          readonly id: string;
          readonly key: string;
          readonly venue: string;
          readonly symbol: string;
          readonly name: string;
          readonly type: InstrumentType;
          readonly currency: string;
        };
        readonly denial: { readonly limit: string | null; readonly actual: string | null; readonly unit: string } | null;
      }> | null;
    } | null;
    readonly orders: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly side: OrderSide;
        readonly type: OrderType;
        readonly quantity: string;
        readonly limitPrice: string | null;
        readonly triggerPrice: string | null;
        readonly trailingAmount: string | null;
        readonly trailingPercent: string | null;
        readonly displayQuantity: string | null;
        readonly timeInForce: TimeInForce;
        readonly expiresAt: string | null;
        readonly postOnly: boolean;
        readonly reduceOnly: boolean;
        readonly status: OrderStatus;
        readonly filled: string;
        readonly remaining: string;
        readonly averageFillPrice: string | null;
        readonly cost: string;
        readonly fees: string;
        readonly code: string | null;
        readonly reason: string | null;
        readonly version: number;
        readonly origin: OrderOrigin;
        readonly parentId: string | null;
        readonly siblingIds: ReadonlyArray<string>;
        readonly placedAt: string;
        readonly changedAt: string;
        readonly instrument: {
          readonly id: string;
          readonly key: string;
          readonly venue: string;
          readonly symbol: string;
          readonly name: string;
          readonly type: InstrumentType;
          readonly currency: string;
        };
        readonly denial: { readonly limit: string | null; readonly actual: string | null; readonly unit: string } | null;
      }> | null;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
    readonly breaker: { readonly code: string; readonly limit: string; readonly actual: string; readonly unit: string } | null;
    readonly balances: ReadonlyArray<{ readonly currency: string; readonly total: string; readonly held: string; readonly free: string }>;
    readonly positions: ReadonlyArray<{
      readonly quantity: string;
      readonly averageCost: string;
      readonly cost: string;
      readonly mark: string | null;
      readonly value: string | null;
      readonly unrealized: string | null;
      readonly realized: string;
      readonly realizedFifo: string;
      readonly fees: string;
      readonly instrument: {
        readonly id: string;
        readonly key: string;
        readonly venue: string;
        readonly symbol: string;
        readonly name: string;
        readonly type: InstrumentType;
        readonly currency: string;
      };
    }>;
  } | null;
};

export type AccountValueQueryVariables = Exact<{
  id: string | number;
}>;

export type AccountValueQuery = {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly venue: string;
    readonly kind: AccountKind;
    readonly marginMode: MarginMode;
    readonly leverage: string;
    readonly baseCurrency: string;
    readonly isKilled: boolean;
    readonly haltedBy: string | null;
    readonly league: string | null;
    readonly equity: string;
    readonly exposure: string;
    readonly freeMargin: string;
    readonly initialMargin: string;
    readonly maintenanceMargin: string;
    readonly sequence: number;
    readonly at: string;
    readonly breaker: { readonly code: string; readonly limit: string; readonly actual: string; readonly unit: string } | null;
    readonly balances: ReadonlyArray<{ readonly currency: string; readonly total: string; readonly held: string; readonly free: string }>;
    readonly positions: ReadonlyArray<{
      readonly quantity: string;
      readonly averageCost: string;
      readonly cost: string;
      readonly mark: string | null;
      readonly value: string | null;
      readonly unrealized: string | null;
      readonly realized: string;
      readonly realizedFifo: string;
      readonly fees: string;
      readonly instrument: {
        readonly id: string;
        readonly key: string;
        readonly venue: string;
        readonly symbol: string;
        readonly name: string;
        readonly type: InstrumentType;
        readonly currency: string;
      };
    }>;
  } | null;
};

export type OrdersQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;

export type OrdersQuery = {
  readonly account: {
    readonly id: string;
    readonly orders: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly side: OrderSide;
        readonly type: OrderType;
        readonly quantity: string;
        readonly limitPrice: string | null;
        readonly triggerPrice: string | null;
        readonly trailingAmount: string | null;
        readonly trailingPercent: string | null;
        readonly displayQuantity: string | null;
        readonly timeInForce: TimeInForce;
        readonly expiresAt: string | null;
        readonly postOnly: boolean;
        readonly reduceOnly: boolean;
        readonly status: OrderStatus;
        readonly filled: string;
        readonly remaining: string;
        readonly averageFillPrice: string | null;
        readonly cost: string;
        readonly fees: string;
        readonly code: string | null;
        readonly reason: string | null;
        readonly version: number;
        readonly origin: OrderOrigin;
        readonly parentId: string | null;
        readonly siblingIds: ReadonlyArray<string>;
        readonly placedAt: string;
        readonly changedAt: string;
        readonly instrument: {
          readonly id: string;
          readonly key: string;
          readonly venue: string;
          readonly symbol: string;
          readonly name: string;
          readonly type: InstrumentType;
          readonly currency: string;
        };
        readonly denial: { readonly limit: string | null; readonly actual: string | null; readonly unit: string } | null;
      }> | null;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null;
};

export type FillsQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;

export type FillsQuery = {
  readonly account: {
    readonly id: string;
    readonly fills: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly orderId: string;
        readonly side: OrderSide;
        readonly price: string;
        readonly quantity: string;
        readonly liquidity: LiquiditySide;
        readonly fee: string;
        readonly notional: string;
        readonly realized: string;
        readonly occurredAt: string;
        readonly settlesOn: string;
        readonly instrument: {
          readonly id: string;
          readonly key: string;
          readonly venue: string;
          readonly symbol: string;
          readonly name: string;
          readonly type: InstrumentType;
          readonly currency: string;
        };
      }> | null;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null;
};

export type JournalQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;

export type JournalQuery = {
  readonly account: {
    readonly id: string;
    readonly journal: {
      readonly nodes: ReadonlyArray<{
        readonly sequence: number;
        readonly kind: JournalKind;
        readonly reference: string;
        readonly occurredAt: string;
        readonly lines: ReadonlyArray<{
          readonly account: LedgerAccount;
          readonly unit: string;
          readonly amount: string;
          readonly instrument: { readonly key: string; readonly symbol: string } | null;
        }>;
      }> | null;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null;
};

export type EquityCurveQueryVariables = Exact<{
  id: string | number;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;

export type EquityCurveQuery = {
  readonly account: {
    readonly id: string;
    readonly equityCurve: ReadonlyArray<{ readonly at: string; readonly equity: string; readonly flow: string }>;
  } | null;
};

export type OpenAccountMutationVariables = Exact<{
  input: OpenAccountInput;
}>;

export type OpenAccountMutation = {
  readonly openAccount: {
    readonly account: {
      readonly id: string;
      readonly name: string;
      readonly venue: string;
      readonly kind: AccountKind;
      readonly marginMode: MarginMode;
      readonly leverage: string;
      readonly baseCurrency: string;
      readonly isKilled: boolean;
      readonly haltedBy: string | null;
      readonly league: string | null;
      readonly equity: string;
      readonly exposure: string;
      readonly freeMargin: string;
      readonly initialMargin: string;
      readonly maintenanceMargin: string;
      readonly sequence: number;
      readonly at: string;
      readonly breaker: { readonly code: string; readonly limit: string; readonly actual: string; readonly unit: string } | null;
      readonly balances: ReadonlyArray<{ readonly currency: string; readonly total: string; readonly held: string; readonly free: string }>;
      readonly positions: ReadonlyArray<{
        readonly quantity: string;
        readonly averageCost: string;
        readonly cost: string;
        readonly mark: string | null;
        readonly value: string | null;
        readonly unrealized: string | null;
        readonly realized: string;
        readonly realizedFifo: string;
        readonly fees: string;
        readonly instrument: {
          readonly id: string;
          readonly key: string;
          readonly venue: string;
          readonly symbol: string;
          readonly name: string;
          readonly type: InstrumentType;
          readonly currency: string;
        };
      }>;
    } | null;
    readonly error: {
      readonly code: string;
      readonly message: string;
      readonly limit: string | null;
      readonly actual: string | null;
      readonly unit: string | null;
    } | null;
  };
};

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;

export type PlaceOrderMutation = {
  readonly placeOrder: {
    readonly orders: ReadonlyArray<{
      readonly id: string;
      readonly side: OrderSide;
      readonly type: OrderType;
      readonly quantity: string;
      readonly limitPrice: string | null;
      readonly triggerPrice: string | null;
      readonly trailingAmount: string | null;
      readonly trailingPercent: string | null;
      readonly displayQuantity: string | null;
      readonly timeInForce: TimeInForce;
      readonly expiresAt: string | null;
      readonly postOnly: boolean;
      readonly reduceOnly: boolean;
      readonly status: OrderStatus;
      readonly filled: string;
      readonly remaining: string;
      readonly averageFillPrice: string | null;
      readonly cost: string;
      readonly fees: string;
      readonly code: string | null;
      readonly reason: string | null;
      readonly version: number;
      readonly origin: OrderOrigin;
      readonly parentId: string | null;
      readonly siblingIds: ReadonlyArray<string>;
      readonly placedAt: string;
      readonly changedAt: string;
      readonly instrument: {
        readonly id: string;
        readonly key: string;
        readonly venue: string;
        readonly symbol: string;
        readonly name: string;
        readonly type: InstrumentType;
        readonly currency: string;
      };
      readonly denial: { readonly limit: string | null; readonly actual: string | null; readonly unit: string } | null;
    }>;
    readonly error: {
      readonly code: string;
      readonly message: string;
      readonly limit: string | null;
      readonly actual: string | null;
      readonly unit: string | null;
    } | null;
  };
};

export type AmendOrderMutationVariables = Exact<{
  input: AmendOrderInput;
}>;

export type AmendOrderMutation = {
  readonly amendOrder: {
    readonly orders: ReadonlyArray<{
      readonly id: string;
      readonly side: OrderSide;
      readonly type: OrderType;
      readonly quantity: string;
      readonly limitPrice: string | null;
      readonly triggerPrice: string | null;
      readonly trailingAmount: string | null;
      readonly trailingPercent: string | null;
      readonly displayQuantity: string | null;
      readonly timeInForce: TimeInForce;
      readonly expiresAt: string | null;
      readonly postOnly: boolean;
      readonly reduceOnly: boolean;
      readonly status: OrderStatus;
      readonly filled: string;
      readonly remaining: string;
      readonly averageFillPrice: string | null;
      readonly cost: string;
      readonly fees: string;
      readonly code: string | null;
      readonly reason: string | null;
      readonly version: number;
      readonly origin: OrderOrigin;
      readonly parentId: string | null;
      readonly siblingIds: ReadonlyArray<string>;
      readonly placedAt: string;
      readonly changedAt: string;
      readonly instrument: {
        readonly id: string;
        readonly key: string;
        readonly venue: string;
        readonly symbol: string;
        readonly name: string;
        readonly type: InstrumentType;
        readonly currency: string;
      };
      readonly denial: { readonly limit: string | null; readonly actual: string | null; readonly unit: string } | null;
    }>;
    readonly error: {
      readonly code: string;
      readonly message: string;
      readonly limit: string | null;
      readonly actual: string | null;
      readonly unit: string | null;
    } | null;
  };
};

export type CancelOrderMutationVariables = Exact<{
  input: CancelOrderInput;
}>;

export type CancelOrderMutation = {
  readonly cancelOrder: {
    readonly orders: ReadonlyArray<{
      readonly id: string;
      readonly side: OrderSide;
      readonly type: OrderType;
      readonly quantity: string;
      readonly limitPrice: string | null;
      readonly triggerPrice: string | null;
      readonly trailingAmount: string | null;
      readonly trailingPercent: string | null;
      readonly displayQuantity: string | null;
      readonly timeInForce: TimeInForce;
      readonly expiresAt: string | null;
      readonly postOnly: boolean;
      readonly reduceOnly: boolean;
      readonly status: OrderStatus;
      readonly filled: string;
      readonly remaining: string;
      readonly averageFillPrice: string | null;
      readonly cost: string;
      readonly fees: string;
      readonly code: string | null;
      readonly reason: string | null;
      readonly version: number;
      readonly origin: OrderOrigin;
      readonly parentId: string | null;
      readonly siblingIds: ReadonlyArray<string>;
      readonly placedAt: string;
      readonly changedAt: string;
      readonly instrument: {
        readonly id: string;
        readonly key: string;
        readonly venue: string;
        readonly symbol: string;
        readonly name: string;
        readonly type: InstrumentType;
        readonly currency: string;
      };
      readonly denial: { readonly limit: string | null; readonly actual: string | null; readonly unit: string } | null;
    }>;
    readonly error: {
      readonly code: string;
      readonly message: string;
      readonly limit: string | null;
      readonly actual: string | null;
      readonly unit: string | null;
    } | null;
  };
};

export type CancelAllOrdersMutationVariables = Exact<{
  input: CancelAllOrdersInput;
}>;

export type CancelAllOrdersMutation = {
  readonly cancelAllOrders: {
    readonly orders: ReadonlyArray<{
      readonly id: string;
      readonly side: OrderSide;
      readonly type: OrderType;
      readonly quantity: string;
      readonly limitPrice: string | null;
      readonly triggerPrice: string | null;
      readonly trailingAmount: string | null;
      readonly trailingPercent: string | null;
      readonly displayQuantity: string | null;
      readonly timeInForce: TimeInForce;
      readonly expiresAt: string | null;
      readonly postOnly: boolean;
      readonly reduceOnly: boolean;
      readonly status: OrderStatus;
      readonly filled: string;
      readonly remaining: string;
      readonly averageFillPrice: string | null;
      readonly cost: string;
      readonly fees: string;
      readonly code: string | null;
      readonly reason: string | null;
      readonly version: number;
      readonly origin: OrderOrigin;
      readonly parentId: string | null;
      readonly siblingIds: ReadonlyArray<string>;
      readonly placedAt: string;
      readonly changedAt: string;
      readonly instrument: {
        readonly id: string;
        readonly key: string;
        readonly venue: string;
        readonly symbol: string;
        readonly name: string;
        readonly type: InstrumentType;
        readonly currency: string;
      };
      readonly denial: { readonly limit: string | null; readonly actual: string | null; readonly unit: string } | null;
    }>;
    readonly error: {
      readonly code: string;
      readonly message: string;
      readonly limit: string | null;
      readonly actual: string | null;
      readonly unit: string | null;
    } | null;
  };
};

export type ClosePositionMutationVariables = Exact<{
  input: ClosePositionInput;
}>;

export type ClosePositionMutation = {
  readonly closePosition: {
    readonly orders: ReadonlyArray<{
      readonly id: string;
      readonly side: OrderSide;
      readonly type: OrderType;
      readonly quantity: string;
      readonly limitPrice: string | null;
      readonly triggerPrice: string | null;
      readonly trailingAmount: string | null;
      readonly trailingPercent: string | null;
      readonly displayQuantity: string | null;
      readonly timeInForce: TimeInForce;
      readonly expiresAt: string | null;
      readonly postOnly: boolean;
      readonly reduceOnly: boolean;
      readonly status: OrderStatus;
      readonly filled: string;
      readonly remaining: string;
      readonly averageFillPrice: string | null;
      readonly cost: string;
      readonly fees: string;
      readonly code: string | null;
      readonly reason: string | null;
      readonly version: number;
      readonly origin: OrderOrigin;
      readonly parentId: string | null;
      readonly siblingIds: ReadonlyArray<string>;
      readonly placedAt: string;
      readonly changedAt: string;
      readonly instrument: {
        readonly id: string;
        readonly key: string;
        readonly venue: string;
        readonly symbol: string;
        readonly name: string;
        readonly type: InstrumentType;
        readonly currency: string;
      };
      readonly denial: { readonly limit: string | null; readonly actual: string | null; readonly unit: string } | null;
    }>;
    readonly error: {
      readonly code: string;
      readonly message: string;
      readonly limit: string | null;
      readonly actual: string | null;
      readonly unit: string | null;
    } | null;
  };
};

export type PayMutationVariables = Exact<{
  input: PayInput;
}>;

export type PayMutation = {
  readonly pay: {
    readonly account: {
      readonly id: string;
      readonly name: string;
      readonly venue: string;
      readonly kind: AccountKind;
      readonly marginMode: MarginMode;
      readonly leverage: string;
      readonly baseCurrency: string;
      readonly isKilled: boolean;
      readonly haltedBy: string | null;
      readonly league: string | null;
      readonly equity: string;
      readonly exposure: string;
      readonly freeMargin: string;
      readonly initialMargin: string;
      readonly maintenanceMargin: string;
      readonly sequence: number;
      readonly at: string;
      readonly breaker: { readonly code: string; readonly limit: string; readonly actual: string; readonly unit: string } | null;
      readonly balances: ReadonlyArray<{ readonly currency: string; readonly total: string; readonly held: string; readonly free: string }>;
      readonly positions: ReadonlyArray<{
        readonly quantity: string;
        readonly averageCost: string;
        readonly cost: string;
        readonly mark: string | null;
        readonly value: string | null;
        readonly unrealized: string | null;
        readonly realized: string;
        readonly realizedFifo: string;
        readonly fees: string;
        readonly instrument: {
          readonly id: string;
          readonly key: string;
          readonly venue: string;
          readonly symbol: string;
          readonly name: string;
          readonly type: InstrumentType;
          readonly currency: string;
        };
      }>;
    } | null;
    readonly error: {
      readonly code: string;
      readonly message: string;
      readonly limit: string | null;
      readonly actual: string | null;
      readonly unit: string | null;
    } | null;
  };
};

export type TurnKillSwitchMutationVariables = Exact<{
  input: TurnKillSwitchInput;
}>;

export type TurnKillSwitchMutation = {
  readonly turnKillSwitch: {
    readonly account: {
      readonly id: string;
      readonly name: string;
      readonly venue: string;
      readonly kind: AccountKind;
      readonly marginMode: MarginMode;
      readonly leverage: string;
      readonly baseCurrency: string;
      readonly isKilled: boolean;
      readonly haltedBy: string | null;
      readonly league: string | null;
      readonly equity: string;
      readonly exposure: string;
      readonly freeMargin: string;
      readonly initialMargin: string;
      readonly maintenanceMargin: string;
      readonly sequence: number;
      readonly at: string;
      readonly breaker: { readonly code: string; readonly limit: string; readonly actual: string; readonly unit: string } | null;
      readonly balances: ReadonlyArray<{ readonly currency: string; readonly total: string; readonly held: string; readonly free: string }>;
      readonly positions: ReadonlyArray<{
        readonly quantity: string;
        readonly averageCost: string;
        readonly cost: string;
        readonly mark: string | null;
        readonly value: string | null;
        readonly unrealized: string | null;
        readonly realized: string;
        readonly realizedFifo: string;
        readonly fees: string;
        readonly instrument: {
          readonly id: string;
          readonly key: string;
          readonly venue: string;
          readonly symbol: string;
          readonly name: string;
          readonly type: InstrumentType;
          readonly currency: string;
        };
      }>;
    } | null;
    readonly error: {
      readonly code: string;
      readonly message: string;
      readonly limit: string | null;
      readonly actual: string | null;
      readonly unit: string | null;
    } | null;
  };
};

export type OrderChangedSubscriptionVariables = Exact<{
  accountId: string | number;
}>;

export type OrderChangedSubscription = {
  readonly orderChanged: {
    readonly id: string;
    readonly side: OrderSide;
    readonly type: OrderType;
    readonly quantity: string;
    readonly limitPrice: string | null;
    readonly triggerPrice: string | null;
    readonly trailingAmount: string | null;
    readonly trailingPercent: string | null;
    readonly displayQuantity: string | null;
    readonly timeInForce: TimeInForce;
    readonly expiresAt: string | null;
    readonly postOnly: boolean;
    readonly reduceOnly: boolean;
    readonly status: OrderStatus;
    readonly filled: string;
    readonly remaining: string;
    readonly averageFillPrice: string | null;
    readonly cost: string;
    readonly fees: string;
    readonly code: string | null;
    readonly reason: string | null;
    readonly version: number;
    readonly origin: OrderOrigin;
    readonly parentId: string | null;
    readonly siblingIds: ReadonlyArray<string>;
    readonly placedAt: string;
    readonly changedAt: string;
    readonly instrument: {
      readonly id: string;
      readonly key: string;
      readonly venue: string;
      readonly symbol: string;
      readonly name: string;
      readonly type: InstrumentType;
      readonly currency: string;
    };
    readonly denial: { readonly limit: string | null; readonly actual: string | null; readonly unit: string } | null;
  };
};

export type FilledSubscriptionVariables = Exact<{
  accountId: string | number;
}>;

export type FilledSubscription = {
  readonly filled: {
    readonly id: string;
    readonly orderId: string;
    readonly side: OrderSide;
    readonly price: string;
    readonly quantity: string;
    readonly liquidity: LiquiditySide;
    readonly fee: string;
    readonly notional: string;
    readonly realized: string;
    readonly occurredAt: string;
    readonly settlesOn: string;
    readonly instrument: {
      readonly id: string;
      readonly key: string;
      readonly venue: string;
      readonly symbol: string;
      readonly name: string;
      readonly type: InstrumentType;
      readonly currency: string;
    };
  };
};

export type AccountChangedSubscriptionVariables = Exact<{
  accountId: string | number;
}>;

export type AccountChangedSubscription = {
  readonly accountChanged: {
    readonly id: string;
    readonly name: string;
    readonly venue: string;
    readonly kind: AccountKind;
    readonly marginMode: MarginMode;
    readonly leverage: string;
    readonly baseCurrency: string;
    readonly isKilled: boolean;
    readonly haltedBy: string | null;
    readonly league: string | null;
    readonly equity: string;
    readonly exposure: string;
    readonly freeMargin: string;
    readonly initialMargin: string;
    readonly maintenanceMargin: string;
    readonly sequence: number;
    readonly at: string;
    readonly breaker: { readonly code: string; readonly limit: string; readonly actual: string; readonly unit: string } | null;
    readonly balances: ReadonlyArray<{ readonly currency: string; readonly total: string; readonly held: string; readonly free: string }>;
    readonly positions: ReadonlyArray<{
      readonly quantity: string;
      readonly averageCost: string;
      readonly cost: string;
      readonly mark: string | null;
      readonly value: string | null;
      readonly unrealized: string | null;
      readonly realized: string;
      readonly realizedFifo: string;
      readonly fees: string;
      readonly instrument: {
        readonly id: string;
        readonly key: string;
        readonly venue: string;
        readonly symbol: string;
        readonly name: string;
        readonly type: InstrumentType;
        readonly currency: string;
      };
    }>;
  };
};

export type TermsQueryVariables = Exact<{
  key: string;
}>;

export type TermsQuery = {
  readonly instrument: {
    readonly key: string;
    readonly terms: {
      readonly tickSize: string;
      readonly lotSize: string;
      readonly minQuantity: string;
      readonly maxQuantity: string;
      readonly contractSize: string;
    };
    readonly session: {
      readonly phase: TradingPhase;
      readonly nextChange: string | null;
      readonly nextPhase: TradingPhase | null;
      readonly halt: { readonly reason: string } | null;
    };
  } | null;
};

export const InstrumentFieldsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<InstrumentFieldsFragment, unknown>;
export const QuoteFieldsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "QuoteFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Quote" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "bid" } },
          { kind: "Field", name: { kind: "Name", value: "ask" } },
          { kind: "Field", name: { kind: "Name", value: "bidSize" } },
          { kind: "Field", name: { kind: "Name", value: "askSize" } },
          { kind: "Field", name: { kind: "Name", value: "last" } },
          { kind: "Field", name: { kind: "Name", value: "lastSize" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<QuoteFieldsFragment, unknown>;
export const ListedInstrumentFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ListedInstrument" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "quote" },
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "QuoteFields" } }] },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "QuoteFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Quote" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "bid" } },
          { kind: "Field", name: { kind: "Name", value: "ask" } },
          { kind: "Field", name: { kind: "Name", value: "bidSize" } },
          { kind: "Field", name: { kind: "Name", value: "askSize" } },
          { kind: "Field", name: { kind: "Name", value: "last" } },
          { kind: "Field", name: { kind: "Name", value: "lastSize" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ListedInstrumentFragment, unknown>;
export const CandleFieldsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CandleFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Candle" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "openTime" } },
          { kind: "Field", name: { kind: "Name", value: "open" } },
          { kind: "Field", name: { kind: "Name", value: "high" } },
          { kind: "Field", name: { kind: "Name", value: "low" } },
          { kind: "Field", name: { kind: "Name", value: "close" } },
          { kind: "Field", name: { kind: "Name", value: "volume" } },
          { kind: "Field", name: { kind: "Name", value: "vwap" } },
          { kind: "Field", name: { kind: "Name", value: "tradeCount" } },
          { kind: "Field", name: { kind: "Name", value: "revision" } },
          { kind: "Field", name: { kind: "Name", value: "isClosed" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CandleFieldsFragment, unknown>;
export const OrderFieldsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "limitPrice" } },
          { kind: "Field", name: { kind: "Name", value: "triggerPrice" } },
          { kind: "Field", name: { kind: "Name", value: "trailingAmount" } },
          { kind: "Field", name: { kind: "Name", value: "trailingPercent" } },
          { kind: "Field", name: { kind: "Name", value: "displayQuantity" } },
          { kind: "Field", name: { kind: "Name", value: "timeInForce" } },
          { kind: "Field", name: { kind: "Name", value: "expiresAt" } },
          { kind: "Field", name: { kind: "Name", value: "postOnly" } },
          { kind: "Field", name: { kind: "Name", value: "reduceOnly" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "filled" } },
          { kind: "Field", name: { kind: "Name", value: "remaining" } },
          { kind: "Field", name: { kind: "Name", value: "averageFillPrice" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          { kind: "Field", name: { kind: "Name", value: "fees" } },
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "reason" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "denial" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "origin" } },
          { kind: "Field", name: { kind: "Name", value: "parentId" } },
          { kind: "Field", name: { kind: "Name", value: "siblingIds" } },
          { kind: "Field", name: { kind: "Name", value: "placedAt" } },
          { kind: "Field", name: { kind: "Name", value: "changedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrderFieldsFragment, unknown>;
export const FillFieldsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "FillFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Fill" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "price" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "liquidity" } },
          { kind: "Field", name: { kind: "Name", value: "fee" } },
          { kind: "Field", name: { kind: "Name", value: "notional" } },
          { kind: "Field", name: { kind: "Name", value: "realized" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
          { kind: "Field", name: { kind: "Name", value: "settlesOn" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<FillFieldsFragment, unknown>;
export const AccountFieldsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AccountFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Account" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "kind" } },
          { kind: "Field", name: { kind: "Name", value: "marginMode" } },
          { kind: "Field", name: { kind: "Name", value: "leverage" } },
          { kind: "Field", name: { kind: "Name", value: "baseCurrency" } },
          { kind: "Field", name: { kind: "Name", value: "isKilled" } },
          { kind: "Field", name: { kind: "Name", value: "haltedBy" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "breaker" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "league" } },
          { kind: "Field", name: { kind: "Name", value: "equity" } },
          { kind: "Field", name: { kind: "Name", value: "exposure" } },
          { kind: "Field", name: { kind: "Name", value: "freeMargin" } },
          { kind: "Field", name: { kind: "Name", value: "initialMargin" } },
          { kind: "Field", name: { kind: "Name", value: "maintenanceMargin" } },
          { kind: "Field", name: { kind: "Name", value: "sequence" } },
          { kind: "Field", name: { kind: "Name", value: "at" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "balances" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "currency" } },
                { kind: "Field", name: { kind: "Name", value: "total" } },
                { kind: "Field", name: { kind: "Name", value: "held" } },
                { kind: "Field", name: { kind: "Name", value: "free" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "positions" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "instrument" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "averageCost" } },
                { kind: "Field", name: { kind: "Name", value: "cost" } },
                { kind: "Field", name: { kind: "Name", value: "mark" } },
                { kind: "Field", name: { kind: "Name", value: "value" } },
                { kind: "Field", name: { kind: "Name", value: "unrealized" } },
                { kind: "Field", name: { kind: "Name", value: "realized" } },
                { kind: "Field", name: { kind: "Name", value: "realizedFifo" } },
                { kind: "Field", name: { kind: "Name", value: "fees" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AccountFieldsFragment, unknown>;
export const TradingErrorFieldsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TradingErrorFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "TradingError" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "message" } },
          { kind: "Field", name: { kind: "Name", value: "limit" } },
          { kind: "Field", name: { kind: "Name", value: "actual" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TradingErrorFieldsFragment, unknown>;
export const DailyPnlDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "DailyPnl" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "account" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "id" }, value: { kind: "Variable", name: { kind: "Name", value: "id" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "dailyPnl" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "day" } },
                      { kind: "Field", name: { kind: "Name", value: "closingEquity" } },
                      { kind: "Field", name: { kind: "Name", value: "return" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "profit" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "total" } },
                            { kind: "Field", name: { kind: "Name", value: "realized" } },
                            { kind: "Field", name: { kind: "Name", value: "unrealized" } },
                            { kind: "Field", name: { kind: "Name", value: "fees" } },
                            { kind: "Field", name: { kind: "Name", value: "income" } },
                            { kind: "Field", name: { kind: "Name", value: "flow" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DailyPnlQuery, DailyPnlQueryVariables>;
export const PerformanceDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Performance" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "account" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "id" }, value: { kind: "Variable", name: { kind: "Name", value: "id" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "performance" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "timeWeightedReturn" } },
                      { kind: "Field", name: { kind: "Name", value: "moneyWeightedReturn" } },
                      { kind: "Field", name: { kind: "Name", value: "moneyWeightedAnnual" } },
                      { kind: "Field", name: { kind: "Name", value: "sampleSize" } },
                      { kind: "Field", name: { kind: "Name", value: "volatility" } },
                      { kind: "Field", name: { kind: "Name", value: "sharpe" } },
                      { kind: "Field", name: { kind: "Name", value: "sharpeLow" } },
                      { kind: "Field", name: { kind: "Name", value: "sharpeHigh" } },
                      { kind: "Field", name: { kind: "Name", value: "sortino" } },
                      { kind: "Field", name: { kind: "Name", value: "maxDrawdown" } },
                      { kind: "Field", name: { kind: "Name", value: "longestDrawdownDays" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PerformanceQuery, PerformanceQueryVariables>;
export const TradesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Trades" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "account" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "id" }, value: { kind: "Variable", name: { kind: "Name", value: "id" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "trades" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "Variable", name: { kind: "Name", value: "first" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "after" },
                      value: { kind: "Variable", name: { kind: "Name", value: "after" } },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "id" } },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "instrument" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
                              },
                            },
                            { kind: "Field", name: { kind: "Name", value: "side" } },
                            { kind: "Field", name: { kind: "Name", value: "isClosed" } },
                            { kind: "Field", name: { kind: "Name", value: "quantity" } },
                            { kind: "Field", name: { kind: "Name", value: "entryPrice" } },
                            { kind: "Field", name: { kind: "Name", value: "exitPrice" } },
                            { kind: "Field", name: { kind: "Name", value: "fees" } },
                            { kind: "Field", name: { kind: "Name", value: "netProfit" } },
                            { kind: "Field", name: { kind: "Name", value: "openedAt" } },
                            { kind: "Field", name: { kind: "Name", value: "closedAt" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "pageInfo" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                            { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TradesQuery, TradesQueryVariables>;
export const StatementDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Statement" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "account" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "id" }, value: { kind: "Variable", name: { kind: "Name", value: "id" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "statement" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "opening" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "equity" } }] },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "closing" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "equity" } }] },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "movements" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "kind" } },
                            { kind: "Field", name: { kind: "Name", value: "unit" } },
                            { kind: "Field", name: { kind: "Name", value: "amount" } },
                            { kind: "Field", name: { kind: "Name", value: "count" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<StatementQuery, StatementQueryVariables>;
export const RiskDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Risk" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "account" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "id" }, value: { kind: "Variable", name: { kind: "Name", value: "id" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "risk" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "at" } },
                      { kind: "Field", name: { kind: "Name", value: "grossExposure" } },
                      { kind: "Field", name: { kind: "Name", value: "netExposure" } },
                      { kind: "Field", name: { kind: "Name", value: "leverage" } },
                      { kind: "Field", name: { kind: "Name", value: "marginRatio" } },
                      { kind: "Field", name: { kind: "Name", value: "horizon" } },
                      { kind: "Field", name: { kind: "Name", value: "sampleSize" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "at95" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "valueAtRisk" } },
                            { kind: "Field", name: { kind: "Name", value: "expectedShortfall" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "at99" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "valueAtRisk" } },
                            { kind: "Field", name: { kind: "Name", value: "expectedShortfall" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "byInstrument" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "name" } },
                            { kind: "Field", name: { kind: "Name", value: "gross" } },
                            { kind: "Field", name: { kind: "Name", value: "net" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RiskQuery, RiskQueryVariables>;
export const InstrumentsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Instruments" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "instruments" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "after" },
                value: { kind: "Variable", name: { kind: "Name", value: "after" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ListedInstrument" } }],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "QuoteFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Quote" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "bid" } },
          { kind: "Field", name: { kind: "Name", value: "ask" } },
          { kind: "Field", name: { kind: "Name", value: "bidSize" } },
          { kind: "Field", name: { kind: "Name", value: "askSize" } },
          { kind: "Field", name: { kind: "Name", value: "last" } },
          { kind: "Field", name: { kind: "Name", value: "lastSize" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ListedInstrument" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "quote" },
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "QuoteFields" } }] },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<InstrumentsQuery, InstrumentsQueryVariables>;
export const InstrumentDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Instrument" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "key" }, value: { kind: "Variable", name: { kind: "Name", value: "key" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ListedInstrument" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "QuoteFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Quote" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "bid" } },
          { kind: "Field", name: { kind: "Name", value: "ask" } },
          { kind: "Field", name: { kind: "Name", value: "bidSize" } },
          { kind: "Field", name: { kind: "Name", value: "askSize" } },
          { kind: "Field", name: { kind: "Name", value: "last" } },
          { kind: "Field", name: { kind: "Name", value: "lastSize" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ListedInstrument" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "quote" },
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "QuoteFields" } }] },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<InstrumentQuery, InstrumentQueryVariables>;
export const CandleBoundsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "CandleBounds" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "interval" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "CandleInterval" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "key" }, value: { kind: "Variable", name: { kind: "Name", value: "key" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "quote" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "key" } },
                      { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "candles" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "interval" },
                      value: { kind: "Variable", name: { kind: "Name", value: "interval" } },
                    },
                    { kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "1" } },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "openTime" } }] },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CandleBoundsQuery, CandleBoundsQueryVariables>;
export const CandlesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Candles" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "interval" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "CandleInterval" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "from" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Timestamp" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "to" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Timestamp" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "key" }, value: { kind: "Variable", name: { kind: "Name", value: "key" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "candles" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "interval" },
                      value: { kind: "Variable", name: { kind: "Name", value: "interval" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "from" },
                      value: { kind: "Variable", name: { kind: "Name", value: "from" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "to" },
                      value: { kind: "Variable", name: { kind: "Name", value: "to" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "Variable", name: { kind: "Name", value: "first" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "after" },
                      value: { kind: "Variable", name: { kind: "Name", value: "after" } },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "CandleFields" } }],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "pageInfo" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                            { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CandleFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Candle" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "openTime" } },
          { kind: "Field", name: { kind: "Name", value: "open" } },
          { kind: "Field", name: { kind: "Name", value: "high" } },
          { kind: "Field", name: { kind: "Name", value: "low" } },
          { kind: "Field", name: { kind: "Name", value: "close" } },
          { kind: "Field", name: { kind: "Name", value: "volume" } },
          { kind: "Field", name: { kind: "Name", value: "vwap" } },
          { kind: "Field", name: { kind: "Name", value: "tradeCount" } },
          { kind: "Field", name: { kind: "Name", value: "revision" } },
          { kind: "Field", name: { kind: "Name", value: "isClosed" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CandlesQuery, CandlesQueryVariables>;
export const QuoteChangedDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "subscription",
      name: { kind: "Name", value: "QuoteChanged" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "quoteChanged" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "key" }, value: { kind: "Variable", name: { kind: "Name", value: "key" } } },
            ],
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "QuoteFields" } }] },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "QuoteFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Quote" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "bid" } },
          { kind: "Field", name: { kind: "Name", value: "ask" } },
          { kind: "Field", name: { kind: "Name", value: "bidSize" } },
          { kind: "Field", name: { kind: "Name", value: "askSize" } },
          { kind: "Field", name: { kind: "Name", value: "last" } },
          { kind: "Field", name: { kind: "Name", value: "lastSize" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<QuoteChangedSubscription, QuoteChangedSubscriptionVariables>;
export const CandleChangedDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "subscription",
      name: { kind: "Name", value: "CandleChanged" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "interval" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "CandleInterval" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "candleChanged" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "key" }, value: { kind: "Variable", name: { kind: "Name", value: "key" } } },
              {
                kind: "Argument",
                name: { kind: "Name", value: "interval" },
                value: { kind: "Variable", name: { kind: "Name", value: "interval" } },
              },
            ],
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "CandleFields" } }] },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CandleFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Candle" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "openTime" } },
          { kind: "Field", name: { kind: "Name", value: "open" } },
          { kind: "Field", name: { kind: "Name", value: "high" } },
          { kind: "Field", name: { kind: "Name", value: "low" } },
          { kind: "Field", name: { kind: "Name", value: "close" } },
          { kind: "Field", name: { kind: "Name", value: "volume" } },
          { kind: "Field", name: { kind: "Name", value: "vwap" } },
          { kind: "Field", name: { kind: "Name", value: "tradeCount" } },
          { kind: "Field", name: { kind: "Name", value: "revision" } },
          { kind: "Field", name: { kind: "Name", value: "isClosed" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CandleChangedSubscription, CandleChangedSubscriptionVariables>;
export const AccountsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Accounts" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "accounts" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "venue" } },
                { kind: "Field", name: { kind: "Name", value: "kind" } },
                { kind: "Field", name: { kind: "Name", value: "baseCurrency" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AccountsQuery, AccountsQueryVariables>;
export const AccountDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Account" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "open" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "latest" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "account" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "id" }, value: { kind: "Variable", name: { kind: "Name", value: "id" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "AccountFields" } },
                {
                  kind: "Field",
                  alias: { kind: "Name", value: "openOrders" },
                  name: { kind: "Name", value: "orders" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "Variable", name: { kind: "Name", value: "open" } },
                    },
                    { kind: "Argument", name: { kind: "Name", value: "onlyOpen" }, value: { kind: "BooleanValue", value: true } },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "OrderFields" } }],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "orders" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "Variable", name: { kind: "Name", value: "latest" } },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "OrderFields" } }],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "pageInfo" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                            { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AccountFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Account" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "kind" } },
          { kind: "Field", name: { kind: "Name", value: "marginMode" } },
          { kind: "Field", name: { kind: "Name", value: "leverage" } },
          { kind: "Field", name: { kind: "Name", value: "baseCurrency" } },
          { kind: "Field", name: { kind: "Name", value: "isKilled" } },
          { kind: "Field", name: { kind: "Name", value: "haltedBy" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "breaker" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "league" } },
          { kind: "Field", name: { kind: "Name", value: "equity" } },
          { kind: "Field", name: { kind: "Name", value: "exposure" } },
          { kind: "Field", name: { kind: "Name", value: "freeMargin" } },
          { kind: "Field", name: { kind: "Name", value: "initialMargin" } },
          { kind: "Field", name: { kind: "Name", value: "maintenanceMargin" } },
          { kind: "Field", name: { kind: "Name", value: "sequence" } },
          { kind: "Field", name: { kind: "Name", value: "at" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "balances" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "currency" } },
                { kind: "Field", name: { kind: "Name", value: "total" } },
                { kind: "Field", name: { kind: "Name", value: "held" } },
                { kind: "Field", name: { kind: "Name", value: "free" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "positions" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "instrument" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "averageCost" } },
                { kind: "Field", name: { kind: "Name", value: "cost" } },
                { kind: "Field", name: { kind: "Name", value: "mark" } },
                { kind: "Field", name: { kind: "Name", value: "value" } },
                { kind: "Field", name: { kind: "Name", value: "unrealized" } },
                { kind: "Field", name: { kind: "Name", value: "realized" } },
                { kind: "Field", name: { kind: "Name", value: "realizedFifo" } },
                { kind: "Field", name: { kind: "Name", value: "fees" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "limitPrice" } },
          { kind: "Field", name: { kind: "Name", value: "triggerPrice" } },
          { kind: "Field", name: { kind: "Name", value: "trailingAmount" } },
          { kind: "Field", name: { kind: "Name", value: "trailingPercent" } },
          { kind: "Field", name: { kind: "Name", value: "displayQuantity" } },
          { kind: "Field", name: { kind: "Name", value: "timeInForce" } },
          { kind: "Field", name: { kind: "Name", value: "expiresAt" } },
          { kind: "Field", name: { kind: "Name", value: "postOnly" } },
          { kind: "Field", name: { kind: "Name", value: "reduceOnly" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "filled" } },
          { kind: "Field", name: { kind: "Name", value: "remaining" } },
          { kind: "Field", name: { kind: "Name", value: "averageFillPrice" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          { kind: "Field", name: { kind: "Name", value: "fees" } },
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "reason" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "denial" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "origin" } },
          { kind: "Field", name: { kind: "Name", value: "parentId" } },
          { kind: "Field", name: { kind: "Name", value: "siblingIds" } },
          { kind: "Field", name: { kind: "Name", value: "placedAt" } },
          { kind: "Field", name: { kind: "Name", value: "changedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AccountQuery, AccountQueryVariables>;
export const AccountValueDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "AccountValue" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "account" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "id" }, value: { kind: "Variable", name: { kind: "Name", value: "id" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "AccountFields" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AccountFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Account" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "kind" } },
          { kind: "Field", name: { kind: "Name", value: "marginMode" } },
          { kind: "Field", name: { kind: "Name", value: "leverage" } },
          { kind: "Field", name: { kind: "Name", value: "baseCurrency" } },
          { kind: "Field", name: { kind: "Name", value: "isKilled" } },
          { kind: "Field", name: { kind: "Name", value: "haltedBy" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "breaker" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "league" } },
          { kind: "Field", name: { kind: "Name", value: "equity" } },
          { kind: "Field", name: { kind: "Name", value: "exposure" } },
          { kind: "Field", name: { kind: "Name", value: "freeMargin" } },
          { kind: "Field", name: { kind: "Name", value: "initialMargin" } },
          { kind: "Field", name: { kind: "Name", value: "maintenanceMargin" } },
          { kind: "Field", name: { kind: "Name", value: "sequence" } },
          { kind: "Field", name: { kind: "Name", value: "at" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "balances" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "currency" } },
                { kind: "Field", name: { kind: "Name", value: "total" } },
                { kind: "Field", name: { kind: "Name", value: "held" } },
                { kind: "Field", name: { kind: "Name", value: "free" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "positions" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "instrument" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "averageCost" } },
                { kind: "Field", name: { kind: "Name", value: "cost" } },
                { kind: "Field", name: { kind: "Name", value: "mark" } },
                { kind: "Field", name: { kind: "Name", value: "value" } },
                { kind: "Field", name: { kind: "Name", value: "unrealized" } },
                { kind: "Field", name: { kind: "Name", value: "realized" } },
                { kind: "Field", name: { kind: "Name", value: "realizedFifo" } },
                { kind: "Field", name: { kind: "Name", value: "fees" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AccountValueQuery, AccountValueQueryVariables>;
export const OrdersDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Orders" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "account" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "id" }, value: { kind: "Variable", name: { kind: "Name", value: "id" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "orders" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "Variable", name: { kind: "Name", value: "first" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "after" },
                      value: { kind: "Variable", name: { kind: "Name", value: "after" } },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "OrderFields" } }],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "pageInfo" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                            { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "limitPrice" } },
          { kind: "Field", name: { kind: "Name", value: "triggerPrice" } },
          { kind: "Field", name: { kind: "Name", value: "trailingAmount" } },
          { kind: "Field", name: { kind: "Name", value: "trailingPercent" } },
          { kind: "Field", name: { kind: "Name", value: "displayQuantity" } },
          { kind: "Field", name: { kind: "Name", value: "timeInForce" } },
          { kind: "Field", name: { kind: "Name", value: "expiresAt" } },
          { kind: "Field", name: { kind: "Name", value: "postOnly" } },
          { kind: "Field", name: { kind: "Name", value: "reduceOnly" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "filled" } },
          { kind: "Field", name: { kind: "Name", value: "remaining" } },
          { kind: "Field", name: { kind: "Name", value: "averageFillPrice" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          { kind: "Field", name: { kind: "Name", value: "fees" } },
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "reason" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "denial" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "origin" } },
          { kind: "Field", name: { kind: "Name", value: "parentId" } },
          { kind: "Field", name: { kind: "Name", value: "siblingIds" } },
          { kind: "Field", name: { kind: "Name", value: "placedAt" } },
          { kind: "Field", name: { kind: "Name", value: "changedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrdersQuery, OrdersQueryVariables>;
export const FillsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Fills" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "account" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "id" }, value: { kind: "Variable", name: { kind: "Name", value: "id" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "fills" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "Variable", name: { kind: "Name", value: "first" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "after" },
                      value: { kind: "Variable", name: { kind: "Name", value: "after" } },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "FillFields" } }],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "pageInfo" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                            { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "FillFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Fill" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "price" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "liquidity" } },
          { kind: "Field", name: { kind: "Name", value: "fee" } },
          { kind: "Field", name: { kind: "Name", value: "notional" } },
          { kind: "Field", name: { kind: "Name", value: "realized" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
          { kind: "Field", name: { kind: "Name", value: "settlesOn" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<FillsQuery, FillsQueryVariables>;
export const JournalDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Journal" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "account" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "id" }, value: { kind: "Variable", name: { kind: "Name", value: "id" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "journal" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "Variable", name: { kind: "Name", value: "first" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "after" },
                      value: { kind: "Variable", name: { kind: "Name", value: "after" } },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "sequence" } },
                            { kind: "Field", name: { kind: "Name", value: "kind" } },
                            { kind: "Field", name: { kind: "Name", value: "reference" } },
                            { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "lines" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "account" } },
                                  { kind: "Field", name: { kind: "Name", value: "unit" } },
                                  { kind: "Field", name: { kind: "Name", value: "amount" } },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "instrument" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "key" } },
                                        { kind: "Field", name: { kind: "Name", value: "symbol" } },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "pageInfo" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                            { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<JournalQuery, JournalQueryVariables>;
export const EquityCurveDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "EquityCurve" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "from" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Timestamp" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "to" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Timestamp" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "account" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "id" }, value: { kind: "Variable", name: { kind: "Name", value: "id" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "equityCurve" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "from" },
                      value: { kind: "Variable", name: { kind: "Name", value: "from" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "to" },
                      value: { kind: "Variable", name: { kind: "Name", value: "to" } },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "at" } },
                      { kind: "Field", name: { kind: "Name", value: "equity" } },
                      { kind: "Field", name: { kind: "Name", value: "flow" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<EquityCurveQuery, EquityCurveQueryVariables>;
export const OpenAccountDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "OpenAccount" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "OpenAccountInput" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "openAccount" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "account" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "AccountFields" } }],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "error" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TradingErrorFields" } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AccountFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Account" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "kind" } },
          { kind: "Field", name: { kind: "Name", value: "marginMode" } },
          { kind: "Field", name: { kind: "Name", value: "leverage" } },
          { kind: "Field", name: { kind: "Name", value: "baseCurrency" } },
          { kind: "Field", name: { kind: "Name", value: "isKilled" } },
          { kind: "Field", name: { kind: "Name", value: "haltedBy" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "breaker" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "league" } },
          { kind: "Field", name: { kind: "Name", value: "equity" } },
          { kind: "Field", name: { kind: "Name", value: "exposure" } },
          { kind: "Field", name: { kind: "Name", value: "freeMargin" } },
          { kind: "Field", name: { kind: "Name", value: "initialMargin" } },
          { kind: "Field", name: { kind: "Name", value: "maintenanceMargin" } },
          { kind: "Field", name: { kind: "Name", value: "sequence" } },
          { kind: "Field", name: { kind: "Name", value: "at" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "balances" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "currency" } },
                { kind: "Field", name: { kind: "Name", value: "total" } },
                { kind: "Field", name: { kind: "Name", value: "held" } },
                { kind: "Field", name: { kind: "Name", value: "free" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "positions" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "instrument" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "averageCost" } },
                { kind: "Field", name: { kind: "Name", value: "cost" } },
                { kind: "Field", name: { kind: "Name", value: "mark" } },
                { kind: "Field", name: { kind: "Name", value: "value" } },
                { kind: "Field", name: { kind: "Name", value: "unrealized" } },
                { kind: "Field", name: { kind: "Name", value: "realized" } },
                { kind: "Field", name: { kind: "Name", value: "realizedFifo" } },
                { kind: "Field", name: { kind: "Name", value: "fees" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TradingErrorFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "TradingError" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "message" } },
          { kind: "Field", name: { kind: "Name", value: "limit" } },
          { kind: "Field", name: { kind: "Name", value: "actual" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OpenAccountMutation, OpenAccountMutationVariables>;
export const PlaceOrderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "PlaceOrder" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "PlaceOrderInput" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "placeOrder" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "orders" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "OrderFields" } }],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "error" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TradingErrorFields" } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "limitPrice" } },
          { kind: "Field", name: { kind: "Name", value: "triggerPrice" } },
          { kind: "Field", name: { kind: "Name", value: "trailingAmount" } },
          { kind: "Field", name: { kind: "Name", value: "trailingPercent" } },
          { kind: "Field", name: { kind: "Name", value: "displayQuantity" } },
          { kind: "Field", name: { kind: "Name", value: "timeInForce" } },
          { kind: "Field", name: { kind: "Name", value: "expiresAt" } },
          { kind: "Field", name: { kind: "Name", value: "postOnly" } },
          { kind: "Field", name: { kind: "Name", value: "reduceOnly" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "filled" } },
          { kind: "Field", name: { kind: "Name", value: "remaining" } },
          { kind: "Field", name: { kind: "Name", value: "averageFillPrice" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          { kind: "Field", name: { kind: "Name", value: "fees" } },
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "reason" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "denial" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "origin" } },
          { kind: "Field", name: { kind: "Name", value: "parentId" } },
          { kind: "Field", name: { kind: "Name", value: "siblingIds" } },
          { kind: "Field", name: { kind: "Name", value: "placedAt" } },
          { kind: "Field", name: { kind: "Name", value: "changedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TradingErrorFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "TradingError" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "message" } },
          { kind: "Field", name: { kind: "Name", value: "limit" } },
          { kind: "Field", name: { kind: "Name", value: "actual" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PlaceOrderMutation, PlaceOrderMutationVariables>;
export const AmendOrderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "AmendOrder" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "AmendOrderInput" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "amendOrder" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "orders" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "OrderFields" } }],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "error" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TradingErrorFields" } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "limitPrice" } },
          { kind: "Field", name: { kind: "Name", value: "triggerPrice" } },
          { kind: "Field", name: { kind: "Name", value: "trailingAmount" } },
          { kind: "Field", name: { kind: "Name", value: "trailingPercent" } },
          { kind: "Field", name: { kind: "Name", value: "displayQuantity" } },
          { kind: "Field", name: { kind: "Name", value: "timeInForce" } },
          { kind: "Field", name: { kind: "Name", value: "expiresAt" } },
          { kind: "Field", name: { kind: "Name", value: "postOnly" } },
          { kind: "Field", name: { kind: "Name", value: "reduceOnly" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "filled" } },
          { kind: "Field", name: { kind: "Name", value: "remaining" } },
          { kind: "Field", name: { kind: "Name", value: "averageFillPrice" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          { kind: "Field", name: { kind: "Name", value: "fees" } },
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "reason" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "denial" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "origin" } },
          { kind: "Field", name: { kind: "Name", value: "parentId" } },
          { kind: "Field", name: { kind: "Name", value: "siblingIds" } },
          { kind: "Field", name: { kind: "Name", value: "placedAt" } },
          { kind: "Field", name: { kind: "Name", value: "changedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TradingErrorFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "TradingError" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "message" } },
          { kind: "Field", name: { kind: "Name", value: "limit" } },
          { kind: "Field", name: { kind: "Name", value: "actual" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AmendOrderMutation, AmendOrderMutationVariables>;
export const CancelOrderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CancelOrder" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "CancelOrderInput" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "cancelOrder" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "orders" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "OrderFields" } }],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "error" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TradingErrorFields" } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "limitPrice" } },
          { kind: "Field", name: { kind: "Name", value: "triggerPrice" } },
          { kind: "Field", name: { kind: "Name", value: "trailingAmount" } },
          { kind: "Field", name: { kind: "Name", value: "trailingPercent" } },
          { kind: "Field", name: { kind: "Name", value: "displayQuantity" } },
          { kind: "Field", name: { kind: "Name", value: "timeInForce" } },
          { kind: "Field", name: { kind: "Name", value: "expiresAt" } },
          { kind: "Field", name: { kind: "Name", value: "postOnly" } },
          { kind: "Field", name: { kind: "Name", value: "reduceOnly" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "filled" } },
          { kind: "Field", name: { kind: "Name", value: "remaining" } },
          { kind: "Field", name: { kind: "Name", value: "averageFillPrice" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          { kind: "Field", name: { kind: "Name", value: "fees" } },
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "reason" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "denial" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "origin" } },
          { kind: "Field", name: { kind: "Name", value: "parentId" } },
          { kind: "Field", name: { kind: "Name", value: "siblingIds" } },
          { kind: "Field", name: { kind: "Name", value: "placedAt" } },
          { kind: "Field", name: { kind: "Name", value: "changedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TradingErrorFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "TradingError" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "message" } },
          { kind: "Field", name: { kind: "Name", value: "limit" } },
          { kind: "Field", name: { kind: "Name", value: "actual" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CancelOrderMutation, CancelOrderMutationVariables>;
export const CancelAllOrdersDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CancelAllOrders" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "CancelAllOrdersInput" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "cancelAllOrders" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "orders" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "OrderFields" } }],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "error" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TradingErrorFields" } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "limitPrice" } },
          { kind: "Field", name: { kind: "Name", value: "triggerPrice" } },
          { kind: "Field", name: { kind: "Name", value: "trailingAmount" } },
          { kind: "Field", name: { kind: "Name", value: "trailingPercent" } },
          { kind: "Field", name: { kind: "Name", value: "displayQuantity" } },
          { kind: "Field", name: { kind: "Name", value: "timeInForce" } },
          { kind: "Field", name: { kind: "Name", value: "expiresAt" } },
          { kind: "Field", name: { kind: "Name", value: "postOnly" } },
          { kind: "Field", name: { kind: "Name", value: "reduceOnly" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "filled" } },
          { kind: "Field", name: { kind: "Name", value: "remaining" } },
          { kind: "Field", name: { kind: "Name", value: "averageFillPrice" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          { kind: "Field", name: { kind: "Name", value: "fees" } },
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "reason" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "denial" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "origin" } },
          { kind: "Field", name: { kind: "Name", value: "parentId" } },
          { kind: "Field", name: { kind: "Name", value: "siblingIds" } },
          { kind: "Field", name: { kind: "Name", value: "placedAt" } },
          { kind: "Field", name: { kind: "Name", value: "changedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TradingErrorFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "TradingError" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "message" } },
          { kind: "Field", name: { kind: "Name", value: "limit" } },
          { kind: "Field", name: { kind: "Name", value: "actual" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CancelAllOrdersMutation, CancelAllOrdersMutationVariables>;
export const ClosePositionDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ClosePosition" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ClosePositionInput" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "closePosition" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "orders" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "OrderFields" } }],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "error" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TradingErrorFields" } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "limitPrice" } },
          { kind: "Field", name: { kind: "Name", value: "triggerPrice" } },
          { kind: "Field", name: { kind: "Name", value: "trailingAmount" } },
          { kind: "Field", name: { kind: "Name", value: "trailingPercent" } },
          { kind: "Field", name: { kind: "Name", value: "displayQuantity" } },
          { kind: "Field", name: { kind: "Name", value: "timeInForce" } },
          { kind: "Field", name: { kind: "Name", value: "expiresAt" } },
          { kind: "Field", name: { kind: "Name", value: "postOnly" } },
          { kind: "Field", name: { kind: "Name", value: "reduceOnly" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "filled" } },
          { kind: "Field", name: { kind: "Name", value: "remaining" } },
          { kind: "Field", name: { kind: "Name", value: "averageFillPrice" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          { kind: "Field", name: { kind: "Name", value: "fees" } },
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "reason" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "denial" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "origin" } },
          { kind: "Field", name: { kind: "Name", value: "parentId" } },
          { kind: "Field", name: { kind: "Name", value: "siblingIds" } },
          { kind: "Field", name: { kind: "Name", value: "placedAt" } },
          { kind: "Field", name: { kind: "Name", value: "changedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TradingErrorFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "TradingError" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "message" } },
          { kind: "Field", name: { kind: "Name", value: "limit" } },
          { kind: "Field", name: { kind: "Name", value: "actual" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ClosePositionMutation, ClosePositionMutationVariables>;
export const PayDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "Pay" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "PayInput" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "pay" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "account" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "AccountFields" } }],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "error" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TradingErrorFields" } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AccountFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Account" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "kind" } },
          { kind: "Field", name: { kind: "Name", value: "marginMode" } },
          { kind: "Field", name: { kind: "Name", value: "leverage" } },
          { kind: "Field", name: { kind: "Name", value: "baseCurrency" } },
          { kind: "Field", name: { kind: "Name", value: "isKilled" } },
          { kind: "Field", name: { kind: "Name", value: "haltedBy" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "breaker" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "league" } },
          { kind: "Field", name: { kind: "Name", value: "equity" } },
          { kind: "Field", name: { kind: "Name", value: "exposure" } },
          { kind: "Field", name: { kind: "Name", value: "freeMargin" } },
          { kind: "Field", name: { kind: "Name", value: "initialMargin" } },
          { kind: "Field", name: { kind: "Name", value: "maintenanceMargin" } },
          { kind: "Field", name: { kind: "Name", value: "sequence" } },
          { kind: "Field", name: { kind: "Name", value: "at" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "balances" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "currency" } },
                { kind: "Field", name: { kind: "Name", value: "total" } },
                { kind: "Field", name: { kind: "Name", value: "held" } },
                { kind: "Field", name: { kind: "Name", value: "free" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "positions" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "instrument" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "averageCost" } },
                { kind: "Field", name: { kind: "Name", value: "cost" } },
                { kind: "Field", name: { kind: "Name", value: "mark" } },
                { kind: "Field", name: { kind: "Name", value: "value" } },
                { kind: "Field", name: { kind: "Name", value: "unrealized" } },
                { kind: "Field", name: { kind: "Name", value: "realized" } },
                { kind: "Field", name: { kind: "Name", value: "realizedFifo" } },
                { kind: "Field", name: { kind: "Name", value: "fees" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TradingErrorFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "TradingError" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "message" } },
          { kind: "Field", name: { kind: "Name", value: "limit" } },
          { kind: "Field", name: { kind: "Name", value: "actual" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PayMutation, PayMutationVariables>;
export const TurnKillSwitchDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "TurnKillSwitch" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "TurnKillSwitchInput" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "turnKillSwitch" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "account" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "AccountFields" } }],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "error" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TradingErrorFields" } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AccountFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Account" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "kind" } },
          { kind: "Field", name: { kind: "Name", value: "marginMode" } },
          { kind: "Field", name: { kind: "Name", value: "leverage" } },
          { kind: "Field", name: { kind: "Name", value: "baseCurrency" } },
          { kind: "Field", name: { kind: "Name", value: "isKilled" } },
          { kind: "Field", name: { kind: "Name", value: "haltedBy" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "breaker" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "league" } },
          { kind: "Field", name: { kind: "Name", value: "equity" } },
          { kind: "Field", name: { kind: "Name", value: "exposure" } },
          { kind: "Field", name: { kind: "Name", value: "freeMargin" } },
          { kind: "Field", name: { kind: "Name", value: "initialMargin" } },
          { kind: "Field", name: { kind: "Name", value: "maintenanceMargin" } },
          { kind: "Field", name: { kind: "Name", value: "sequence" } },
          { kind: "Field", name: { kind: "Name", value: "at" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "balances" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "currency" } },
                { kind: "Field", name: { kind: "Name", value: "total" } },
                { kind: "Field", name: { kind: "Name", value: "held" } },
                { kind: "Field", name: { kind: "Name", value: "free" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "positions" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "instrument" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "averageCost" } },
                { kind: "Field", name: { kind: "Name", value: "cost" } },
                { kind: "Field", name: { kind: "Name", value: "mark" } },
                { kind: "Field", name: { kind: "Name", value: "value" } },
                { kind: "Field", name: { kind: "Name", value: "unrealized" } },
                { kind: "Field", name: { kind: "Name", value: "realized" } },
                { kind: "Field", name: { kind: "Name", value: "realizedFifo" } },
                { kind: "Field", name: { kind: "Name", value: "fees" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TradingErrorFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "TradingError" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "message" } },
          { kind: "Field", name: { kind: "Name", value: "limit" } },
          { kind: "Field", name: { kind: "Name", value: "actual" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TurnKillSwitchMutation, TurnKillSwitchMutationVariables>;
export const OrderChangedDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "subscription",
      name: { kind: "Name", value: "OrderChanged" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "accountId" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "orderChanged" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "accountId" },
                value: { kind: "Variable", name: { kind: "Name", value: "accountId" } },
              },
            ],
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "OrderFields" } }] },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "limitPrice" } },
          { kind: "Field", name: { kind: "Name", value: "triggerPrice" } },
          { kind: "Field", name: { kind: "Name", value: "trailingAmount" } },
          { kind: "Field", name: { kind: "Name", value: "trailingPercent" } },
          { kind: "Field", name: { kind: "Name", value: "displayQuantity" } },
          { kind: "Field", name: { kind: "Name", value: "timeInForce" } },
          { kind: "Field", name: { kind: "Name", value: "expiresAt" } },
          { kind: "Field", name: { kind: "Name", value: "postOnly" } },
          { kind: "Field", name: { kind: "Name", value: "reduceOnly" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "filled" } },
          { kind: "Field", name: { kind: "Name", value: "remaining" } },
          { kind: "Field", name: { kind: "Name", value: "averageFillPrice" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          { kind: "Field", name: { kind: "Name", value: "fees" } },
          { kind: "Field", name: { kind: "Name", value: "code" } },
          { kind: "Field", name: { kind: "Name", value: "reason" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "denial" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "origin" } },
          { kind: "Field", name: { kind: "Name", value: "parentId" } },
          { kind: "Field", name: { kind: "Name", value: "siblingIds" } },
          { kind: "Field", name: { kind: "Name", value: "placedAt" } },
          { kind: "Field", name: { kind: "Name", value: "changedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrderChangedSubscription, OrderChangedSubscriptionVariables>;
export const FilledDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "subscription",
      name: { kind: "Name", value: "Filled" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "accountId" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "filled" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "accountId" },
                value: { kind: "Variable", name: { kind: "Name", value: "accountId" } },
              },
            ],
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "FillFields" } }] },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "FillFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Fill" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "side" } },
          { kind: "Field", name: { kind: "Name", value: "price" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "liquidity" } },
          { kind: "Field", name: { kind: "Name", value: "fee" } },
          { kind: "Field", name: { kind: "Name", value: "notional" } },
          { kind: "Field", name: { kind: "Name", value: "realized" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
          { kind: "Field", name: { kind: "Name", value: "settlesOn" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<FilledSubscription, FilledSubscriptionVariables>;
export const AccountChangedDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "subscription",
      name: { kind: "Name", value: "AccountChanged" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "accountId" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "accountChanged" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "accountId" },
                value: { kind: "Variable", name: { kind: "Name", value: "accountId" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "AccountFields" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AccountFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Account" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "kind" } },
          { kind: "Field", name: { kind: "Name", value: "marginMode" } },
          { kind: "Field", name: { kind: "Name", value: "leverage" } },
          { kind: "Field", name: { kind: "Name", value: "baseCurrency" } },
          { kind: "Field", name: { kind: "Name", value: "isKilled" } },
          { kind: "Field", name: { kind: "Name", value: "haltedBy" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "breaker" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "actual" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "league" } },
          { kind: "Field", name: { kind: "Name", value: "equity" } },
          { kind: "Field", name: { kind: "Name", value: "exposure" } },
          { kind: "Field", name: { kind: "Name", value: "freeMargin" } },
          { kind: "Field", name: { kind: "Name", value: "initialMargin" } },
          { kind: "Field", name: { kind: "Name", value: "maintenanceMargin" } },
          { kind: "Field", name: { kind: "Name", value: "sequence" } },
          { kind: "Field", name: { kind: "Name", value: "at" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "balances" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "currency" } },
                { kind: "Field", name: { kind: "Name", value: "total" } },
                { kind: "Field", name: { kind: "Name", value: "held" } },
                { kind: "Field", name: { kind: "Name", value: "free" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "positions" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "instrument" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } }],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "averageCost" } },
                { kind: "Field", name: { kind: "Name", value: "cost" } },
                { kind: "Field", name: { kind: "Name", value: "mark" } },
                { kind: "Field", name: { kind: "Name", value: "value" } },
                { kind: "Field", name: { kind: "Name", value: "unrealized" } },
                { kind: "Field", name: { kind: "Name", value: "realized" } },
                { kind: "Field", name: { kind: "Name", value: "realizedFifo" } },
                { kind: "Field", name: { kind: "Name", value: "fees" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AccountChangedSubscription, AccountChangedSubscriptionVariables>;
export const TermsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Terms" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "key" }, value: { kind: "Variable", name: { kind: "Name", value: "key" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "key" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "terms" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "tickSize" } },
                      { kind: "Field", name: { kind: "Name", value: "lotSize" } },
                      { kind: "Field", name: { kind: "Name", value: "minQuantity" } },
                      { kind: "Field", name: { kind: "Name", value: "maxQuantity" } },
                      { kind: "Field", name: { kind: "Name", value: "contractSize" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "session" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "phase" } },
                      { kind: "Field", name: { kind: "Name", value: "nextChange" } },
                      { kind: "Field", name: { kind: "Name", value: "nextPhase" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "halt" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "reason" } }] },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TermsQuery, TermsQueryVariables>;
