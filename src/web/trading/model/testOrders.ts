import type { Account, Fill, Order } from "./accountBook";

const instrument = { id: "1", key: "SIM:ONE", venue: "SIM", symbol: "ONE", name: "One", type: "EQUITY", currency: "USD" } as const;

/** An order for tests: a limit order that works, but for what is said. */
export function order(changes: Partial<Order> = {}): Order {
  return {
    id: "o1",
    instrument,
    side: "BUY",
    type: "LIMIT",
    quantity: "10",
    limitPrice: "99.5",
    triggerPrice: null,
    trailingAmount: null,
    trailingPercent: null,
    displayQuantity: null,
    timeInForce: "GOOD_TILL_CANCELLED",
    expiresAt: null,
    postOnly: false,
    reduceOnly: false,
    status: "ACCEPTED",
    filled: "0",
    remaining: "10",
    averageFillPrice: null,
    cost: "0",
    fees: "0",
    code: null,
    reason: null,
    denial: null,
    version: 1,
    origin: "MEMBER",
    parentId: null,
    siblingIds: [],
    placedAt: "2026-01-05T14:30:00.000000000Z",
    changedAt: "2026-01-05T14:30:00.000000000Z",
    ...changes,
  };
}

export function fill(changes: Partial<Fill> = {}): Fill {
  return {
    id: "f1",
    orderId: "o1",
    instrument,
    side: "BUY",
    price: "99.5",
    quantity: "10",
    liquidity: "MAKER",
    fee: "0.995",
    notional: "995",
    realized: "0",
    occurredAt: "2026-01-05T14:30:01.000000000Z",
    settlesOn: "2026-01-06T00:00:00.000000000Z",
    ...changes,
  };
}

export function account(changes: Partial<Account> = {}): Account {
  return {
    id: "a1",
    name: "Paper",
    venue: "paper",
    kind: "CASH",
    marginMode: "CROSS",
    leverage: "1",
    baseCurrency: "USD",
    isKilled: false,
    haltedBy: null,
    breaker: null,
    league: null,
    equity: "1000",
    exposure: "0",
    freeMargin: "1000",
    initialMargin: "0",
    maintenanceMargin: "0",
    sequence: 1,
    at: "2026-01-05T14:30:00.000000000Z",
    balances: [{ currency: "USD", total: "1000", held: "0", free: "1000" }],
    positions: [],
    ...changes,
  };
}
