// An exchange of formulas for the page's trading: market orders fill at once, limit orders when the made-up market reaches them.
import { instruments, quoteAt, timestamp } from "./market.mjs";

const feeRate = 0.001;

/** @typedef {Record<string, any>} Fields */

/** @param {() => number} now Seconds since 1970. @param {boolean} isEmpty Whether the member begins without an account. */
export function createTrading(now, isEmpty) {
  /** @type {Fields[]} */
  const accounts = [];
  /** @type {Map<string, { content: string, answer: Fields }>} */
  const answers = new Map();
  /** @type {Set<(kind: string, account: Fields, value: Fields) => void>} */
  const listeners = new Set();
  let lastId = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++lastId).padStart(12, "0")}`;
  const at = () => timestamp(now());
  const text = (/** @type {number} */ value) => String(Number(value.toFixed(8)));

  /** @param {string} kind @param {Fields} account @param {Fields} value */
  function tell(kind, account, value) {
    account.sequence++;
    for (const listener of [...listeners]) {
      listener(kind, account, value);
      listener("account", account, account);
    }
  }

  /** @param {Fields} input */
  function open(input) {
    const account = {
      id: newId(),
      name: input.name ?? "Paper",
      venue: input.venue ?? "paper",
      kind: input.kind ?? "CASH",
      marginMode: input.marginMode ?? "CROSS",
      leverage: input.leverage ?? "1",
      baseCurrency: input.baseCurrency ?? "USD",
      isKilled: false,
      sequence: 1,
      cash: /** @type {Record<string, number>} */ ({}),
      held: /** @type {Map<string, Fields>} */ (new Map()),
      orders: /** @type {Fields[]} */ ([]),
      fills: /** @type {Fields[]} */ ([]),
      journal: /** @type {Fields[]} */ ([]),
    };
    accounts.push(account);
    return account;
  }

  /** @param {Fields} account @param {string} kind @param {Fields[]} lines */
  function book(account, kind, lines) {
    account.journal.unshift({ sequence: account.sequence, kind, reference: newId(), occurredAt: at(), lines });
  }

  /** @param {Fields} account @param {string} currency @param {number} amount */
  function pay(account, currency, amount) {
    account.cash[currency] = (account.cash[currency] ?? 0) + amount;
    book(account, amount < 0 ? "WITHDRAWAL" : "DEPOSIT", [
      { account: "EXTERNAL", unit: currency, amount: text(-amount) },
      { account: "CASH", unit: currency, amount: text(amount) },
    ]);
  }

  /** @param {string} key */
  const instrumentOf = key => instruments.find(candidate => candidate.key === key);
  /** @param {Fields} instrument */
  const marketOf = instrument => quoteAt(/** @type {any} */ (instrument), now());

  /** @param {Fields} account @param {Fields} order @param {number} price */
  function fill(account, order, price) {
    const { instrument } = order;
    const [quantity, sign] = [Number(order.remaining), order.side === "BUY" ? 1 : -1];
    const notional = quantity * price;
    const fee = notional * feeRate;
    const position = account.held.get(instrument.key) ?? { instrument, quantity: 0, cost: 0, realized: 0, fees: 0 };
    const closed = position.quantity * sign < 0 ? Math.min(quantity, Math.abs(position.quantity)) : 0;
    const average = position.quantity === 0 ? price : position.cost / position.quantity;
    const realized = closed * (price - average) * -sign;
    position.cost += sign * (quantity - closed) * price + sign * closed * average;
    position.quantity += sign * quantity;
    position.realized += realized;
    position.fees += fee;
    account.held.set(instrument.key, position);
    account.cash[instrument.currency] = (account.cash[instrument.currency] ?? 0) - sign * notional - fee;
    Object.assign(order, {
      status: "FILLED",
      filled: order.quantity,
      remaining: "0",
      averageFillPrice: text(price),
      cost: text(notional),
      fees: text(fee),
      version: order.version + 1,
      changedAt: at(),
    });
    const filled = {
      id: newId(),
      orderId: order.id,
      instrument,
      side: order.side,
      price: text(price),
      quantity: order.quantity,
      liquidity: order.type === "LIMIT" ? "MAKER" : "TAKER",
      fee: text(fee),
      notional: text(notional),
      realized: text(realized),
      occurredAt: at(),
      settlesOn: at(),
    };
    account.fills.unshift(filled);
    book(account, "FILL", [
      { account: "CLEARING", unit: instrument.symbol, amount: text(-sign * quantity) },
      { account: "POSITION", unit: instrument.symbol, amount: text(sign * quantity) },
      { account: "CASH", unit: instrument.currency, amount: text(-sign * notional - fee) },
      { account: "CLEARING", unit: instrument.currency, amount: text(sign * notional) },
      { account: "FEES", unit: instrument.currency, amount: text(fee) },
    ]);
    tell("order", account, order);
    tell("fill", account, filled);
    for (const child of account.orders) if (child.parentId === order.id) advance(account, child, "ACCEPTED");
    for (const sibling of account.orders)
      if (order.siblingIds.includes(sibling.id)) end(account, sibling, "SIBLING_FILLED", "The order that cancels it was filled.");
  }

  /** @param {Fields} account @param {Fields} order @param {string} status */
  function advance(account, order, status) {
    Object.assign(order, { status, version: order.version + 1, changedAt: at() });
    tell("order", account, order);
  }

  /** @param {Fields} account @param {Fields} order @param {string} code @param {string} reason */
  function end(account, order, code, reason) {
    if (isEnded(order)) return;
    Object.assign(order, { code, reason });
    advance(account, order, "CANCELLED");
  }

  /** @param {Fields} order */
  const isEnded = order => ["DENIED", "FILLED", "CANCELLED"].includes(order.status);

  /** @param {Fields} account @param {Fields} input @param {Fields} changes */
  function newOrder(account, input, changes = {}) {
    const order = {
      limitPrice: null,
      triggerPrice: null,
      trailingAmount: null,
      trailingPercent: null,
      displayQuantity: null,
      expiresAt: null,
      ...input,
      id: newId(),
      postOnly: input.postOnly ?? false,
      reduceOnly: input.reduceOnly ?? false,
      status: "ACCEPTED",
      filled: "0",
      remaining: input.quantity,
      averageFillPrice: null,
      cost: "0",
      fees: "0",
      code: null,
      reason: null,
      version: 1,
      origin: "MEMBER",
      parentId: null,
      siblingIds: /** @type {string[]} */ ([]),
      placedAt: at(),
      changedAt: at(),
      ...changes,
    };
    account.orders.unshift(order);
    return order;
  }

  /** @param {Fields} account @param {Fields} input */
  function place(account, input) {
    const instrument = instrumentOf(input.instrumentKey);
    if (!instrument) return refusal("UNKNOWN_INSTRUMENT", "No instrument has this key.");
    const quote = marketOf(instrument);
    const price = Number(input.limitPrice ?? input.triggerPrice ?? (input.side === "BUY" ? quote.ask : quote.bid));
    const needed = price * Number(input.quantity) * (1 + feeRate);
    const free = balances(account).find(({ currency }) => currency === instrument.currency)?.free ?? "0";
    const owned = account.held.get(instrument.key)?.quantity ?? 0;
    const entry = newOrder(account, { ...input, instrument });
    const denial = account.isKilled
      ? error("KILL_SWITCH", "The account's kill switch is on.")
      : input.side === "BUY" && needed > Number(free)
        ? error("INSUFFICIENT_BALANCE", "Not enough money is free.", free, text(needed), instrument.currency)
        : input.side === "SELL" && account.kind === "CASH" && owned < Number(input.quantity)
          ? error("SHORT_NOT_ALLOWED", "A cash account sells only what it holds.", text(owned), input.quantity, instrument.currency)
          : null;
    if (denial) {
      Object.assign(entry, { status: "DENIED", code: denial.code, reason: denial.message });
      tell("order", account, entry);
      return { orders: [entry], account, error: denial };
    }
    tell("order", account, entry);
    const exits = [
      input.takeProfit && { type: "LIMIT", limitPrice: input.takeProfit },
      input.stopLoss && { type: "STOP", triggerPrice: input.stopLoss },
    ]
      .filter(Boolean)
      .map(exit =>
        newOrder(
          account,
          {
            side: input.side === "BUY" ? "SELL" : "BUY",
            quantity: input.quantity,
            timeInForce: "GOOD_TILL_CANCELLED",
            instrument,
            ...exit,
          },
          { parentId: entry.id, status: "INITIALIZED" },
        ),
      );
    for (const exit of exits) exit.siblingIds = exits.filter(other => other !== exit).map(({ id }) => id);
    for (const exit of exits) tell("order", account, exit);
    if (input.type === "MARKET") fill(account, entry, price);
    return { orders: [entry, ...exits], account, error: null };
  }

  /** Fills what the market has reached. */
  function match() {
    for (const account of accounts) {
      for (const order of account.orders) {
        if (order.status !== "ACCEPTED") continue;
        const quote = marketOf(order.instrument);
        const [bid, ask, isBuy] = [Number(quote.bid), Number(quote.ask), order.side === "BUY"];
        if (order.type === "LIMIT" && (isBuy ? ask <= Number(order.limitPrice) : bid >= Number(order.limitPrice)))
          fill(account, order, Number(order.limitPrice));
        else if (order.type === "STOP" && (isBuy ? ask >= Number(order.triggerPrice) : bid <= Number(order.triggerPrice)))
          fill(account, order, isBuy ? ask : bid);
      }
    }
  }

  /** @param {Fields} account */
  function balances(account) {
    return Object.entries(account.cash).map(([currency, total]) => {
      const held = account.orders
        .filter(
          (/** @type {Fields} */ order) => order.status === "ACCEPTED" && order.side === "BUY" && order.instrument.currency === currency,
        )
        .reduce(
          (/** @type {number} */ sum, /** @type {Fields} */ order) =>
            sum + Number(order.remaining) * Number(order.limitPrice ?? order.triggerPrice ?? 0),
          0,
        );
      return { currency, total: text(total), held: text(held), free: text(Number(total) - held) };
    });
  }

  /** @param {string} code @param {string} message @param {string | null} limit @param {string | null} actual @param {string | null} unit */
  function error(code, message, limit = null, actual = null, unit = null) {
    return { code, message, limit, actual, unit };
  }

  /** @param {string} code @param {string} message */
  const refusal = (code, message) => ({ orders: [], account: null, error: error(code, message) });

  /** @param {Fields} account */
  function view(account) {
    const positions = [...account.held.values()]
      .filter(({ quantity }) => quantity !== 0)
      .map(({ instrument, quantity, cost, realized, fees }) => {
        const { bid, ask } = marketOf(instrument);
        const mark = (Number(bid) + Number(ask)) / 2;
        const value = quantity * mark;
        const sums = {
          quantity,
          averageCost: cost / quantity,
          cost,
          mark,
          value,
          unrealized: value - cost,
          realized,
          realizedFifo: realized,
          fees,
        };
        /** @type {Fields} */
        const position = { instrument, ...Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, text(sum)])) };
        return position;
      });
    const exposure = positions.reduce((sum, position) => sum + Math.abs(Number(position.value)), 0);
    const equity =
      Object.values(account.cash).reduce((sum, amount) => sum + amount, 0) +
      positions.reduce((sum, position) => sum + Number(position.value), 0);
    /** @param {Fields[]} all @param {Fields} page */
    const page = (all, { first = 50, after }) => {
      const start = after ? Number(after) : 0;
      return {
        nodes: all.slice(start, start + first),
        pageInfo: { hasNextPage: start + first < all.length, endCursor: String(start + first) },
      };
    };
    return {
      ...account,
      equity: text(equity),
      exposure: text(exposure),
      freeMargin: text(equity - exposure),
      initialMargin: text(exposure),
      maintenanceMargin: "0",
      at: at(),
      balances: balances(account),
      positions,
      orders: (/** @type {Fields} */ list) =>
        page(
          account.orders.filter((/** @type {Fields} */ order) => !list.onlyOpen || !isEnded(order)),
          list,
        ),
      fills: (/** @type {Fields} */ list) => page(account.fills, list),
      journal: (/** @type {Fields} */ list) => page(account.journal, list),
      equityCurve: (/** @type {Fields} */ { from }) =>
        Array.from({ length: 600 }, (_, index) => {
          const moment = now() - (600 - index) * 60;
          const drift = Math.sin(index / 37) * 900 + Math.sin(index / 7) * 140 + index * 2.1;
          return { at: timestamp(moment), equity: text(equity + drift - 1_260), flow: "0" };
        }).filter(({ at: moment }) => moment >= (from ?? "")),
    };
  }

  /**
   * A command that is done once for each key.
   * @param {(input: Fields, account: Fields) => Fields} carryOut
   */
  const command =
    carryOut =>
    (/** @type {{ input: Fields }} */ { input }) => {
      const content = JSON.stringify(input);
      const before = answers.get(input.idempotencyKey);
      if (before && before.content !== content)
        return refusal("IDEMPOTENCY_CONFLICT", "The idempotency key was used before, for something else.");
      if (before) return before.answer;
      const account = accounts.find(({ id }) => id === input.accountId);
      const answer =
        account || !("accountId" in input)
          ? carryOut(input, account ?? {})
          : refusal("UNKNOWN_ACCOUNT", "No account of the member has this id.");
      if (answer.account) answer.account = view(answer.account);
      answers.set(input.idempotencyKey, { content, answer });
      return answer;
    };

  const done = (/** @type {Fields} */ account, /** @type {Fields[]} */ orders = []) => ({ orders, account, error: null });

  /** @param {string} kind @param {string} name @param {(value: Fields) => Fields} shape */
  const watch = (kind, name, shape) =>
    async function* (/** @type {{ accountId: string }} */ { accountId }) {
      /** @type {Fields[]} */
      const queue = [];
      /** @type {() => void} */
      let wake = () => undefined;
      const listener = (/** @type {string} */ happened, /** @type {Fields} */ account, /** @type {Fields} */ value) => {
        if (happened !== kind || account.id !== accountId) return;
        queue.push({ ...shape(value) });
        wake();
      };
      listeners.add(listener);
      try {
        for (;;) {
          const value = queue.shift();
          if (value) yield { [name]: value };
          else await new Promise(resolve => (wake = () => resolve(undefined)));
        }
      } finally {
        listeners.delete(listener);
      }
    };

  if (!isEmpty) {
    const account = open({ name: "Paper" });
    for (const currency of ["USD", "USDT", "ETH"]) pay(account, currency, 100_000);
  }
  setInterval(match, 250).unref();

  return {
    root: {
      accounts: () => accounts.map(view),
      account: (/** @type {{ id: string }} */ { id }) => {
        const account = accounts.find(candidate => candidate.id === id);
        return account && view(account);
      },
      openAccount: command(input => done(open(input))),
      placeOrder: command((input, account) => place(account, input)),
      amendOrder: command((input, account) => {
        const order = account.orders.find((/** @type {Fields} */ { id }) => id === input.orderId);
        if (!order || isEnded(order)) return refusal("ORDER_NOT_OPEN", "No open order of this account has this id.");
        if (input.version && input.version !== order.version) return refusal("VERSION_CONFLICT", "The order has changed meanwhile.");
        for (const field of ["quantity", "limitPrice", "triggerPrice"]) order[field] = input[field] ?? order[field];
        order.remaining = text(Number(order.quantity) - Number(order.filled));
        advance(account, order, order.status);
        return done(account, [order]);
      }),
      cancelOrder: command((input, account) => {
        const order = account.orders.find((/** @type {Fields} */ { id }) => id === input.orderId);
        if (!order || isEnded(order)) return refusal("ORDER_NOT_OPEN", "No open order of this account has this id.");
        end(account, order, "CANCELLED_BY_OWNER", "Cancelled by its owner.");
        return done(account, [order]);
      }),
      cancelAllOrders: command((_, account) => {
        const open = account.orders.filter((/** @type {Fields} */ order) => !isEnded(order));
        for (const order of open) end(account, order, "CANCELLED_BY_OWNER", "Cancelled by its owner.");
        return done(account, open);
      }),
      closePosition: command((input, account) => {
        const position = account.held.get(input.instrumentKey);
        if (!position || position.quantity === 0) return refusal("NO_POSITION", "There is no position to close.");
        const side = position.quantity > 0 ? "SELL" : "BUY";
        const quantity = text(Math.abs(position.quantity));
        return place(account, { instrumentKey: input.instrumentKey, side, type: "MARKET", quantity, timeInForce: "IMMEDIATE_OR_CANCEL" });
      }),
      pay: command((input, account) => {
        pay(account, input.currency, Number(input.amount));
        tell("paid", account, account);
        return done(account);
      }),
      turnKillSwitch: command((input, account) => {
        account.isKilled = input.isOn;
        if (input.isOn) for (const order of account.orders) end(account, order, "KILL_SWITCH", "The account's kill switch was turned on.");
        tell("turned", account, account);
        return done(account);
      }),
    },
    subscriptions: {
      orderChanged: watch("order", "orderChanged", order => order),
      filled: watch("fill", "filled", fill => fill),
      accountChanged: watch("account", "accountChanged", view),
    },
  };
}
