// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import Big from "big.js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Order } from "../model/accountBook";
import { account, order } from "../model/testOrders";
import { Ticket } from "./Ticket";

interface Asked {
  readonly variables: { readonly input: Readonly<Record<string, unknown>> };
}

let asked: Asked[];
let answer: () => Promise<unknown>;
let placed: (readonly Order[])[];

beforeEach(() => {
  [asked, placed] = [[], []];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body) as Asked);
    return new Response(JSON.stringify(await answer()), { headers: { "content-type": "application/json" } });
  });
  // jsdom has dialogs, but does not open them.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
  const { instrument } = order();
  const quote = { key: instrument.key, bid: "99", ask: "101", bidSize: null, askSize: null, last: "100", lastSize: null, occurredAt: null };
  render(
    <Ticket
      account={account()}
      instrument={{ ...instrument, quote }}
      position={null}
      feeRate={new Big("0.001")}
      terms={{ tickSize: "0.5", lotSize: "0.1", minQuantity: "0.1", maxQuantity: "5000", contractSize: "1" }}
      session={{ phase: "CLOSED", nextChange: "2026-01-05T14:30:00.000000000Z", nextPhase: "CONTINUOUS", halt: null }}
      onPlaced={orders => placed.push(orders)}
    />,
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const known = { ...order(), __typename: "Order", instrument: { ...order().instrument, __typename: "Instrument" } };

const accepted = () => Promise.resolve({ data: { placeOrder: { __typename: "TradingPayload", orders: [known], error: null } } });

/** What axe-core finds; contrast needs a browser that paints. */
async function violations(): Promise<readonly string[]> {
  const found = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("The ticket, its errors and its confirmation are accessible", async () => {
  const user = userEvent.setup();
  expect(await violations()).toEqual([]);
  await user.click(screen.getByTestId("review"));
  expect(await violations()).toEqual([]);
  await user.type(screen.getByLabelText("Quantity"), "2");
  await user.click(screen.getByTestId("review"));
  expect(await screen.findByRole("dialog", { name: "Buy ONE?" })).toBeDefined();
  expect(await violations()).toEqual([]);
});

test("What is wrong is told at its field, which gets the focus, and is asked of nobody", async () => {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Quantity"), "0{Enter}");
  const quantity = screen.getByLabelText("Quantity");
  await waitFor(() => expect(document.activeElement).toBe(quantity));
  expect(document.getElementById(quantity.getAttribute("aria-describedby") ?? "")?.textContent).toBe("Enter more than zero.");
  await user.type(quantity, "{Backspace}3");
  expect(quantity.getAttribute("aria-invalid")).toBeNull();
  expect([screen.queryByRole("dialog"), asked]).toEqual([null, []]);
});

test("A closed market says when it opens", () => {
  expect(screen.getByTestId("session").textContent).toBe("The market is closed. It opens 2026-01-05 14:30 UTC.");
});

test("What is no multiple of lot or tick is told before it is sent", async () => {
  const user = userEvent.setup();
  await user.selectOptions(screen.getByLabelText("Type"), "LIMIT");
  await user.type(screen.getByLabelText("Limit price"), "99.7");
  await user.type(screen.getByLabelText("Quantity"), "0.25{Enter}");
  const told = (label: string) => document.getElementById(screen.getByLabelText(label).getAttribute("aria-describedby") ?? "")?.textContent;
  expect([told("Quantity"), told("Limit price"), asked.length]).toEqual(["Enter a multiple of 0.1.", "Enter a multiple of 0.5.", 0]);
});

test("The cost and the fee are estimated while it is written", async () => {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Quantity"), "2");
  expect(screen.getByTestId("estimate-notional").textContent).toBe("202.00 USD");
  expect(screen.getByTestId("estimate-fee").textContent).toBe("0.202 USD");
});

test("Pressing twice places one order under one key", async () => {
  let release = (): void => undefined;
  answer = () => new Promise(resolve => (release = () => resolve(accepted())));
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Quantity"), "2{Enter}");
  await user.dblClick(await screen.findByTestId("confirm"));
  await user.click(screen.getByTestId("confirm"));
  release();
  await waitFor(() => expect(placed).toHaveLength(1));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.variables.input).toMatchObject({
    accountId: "a1",
    instrumentKey: "SIM:ONE",
    side: "BUY",
    type: "MARKET",
    quantity: "2",
  });
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("A refusal is told with its code, and the next try has another key", async () => {
  const error = {
    __typename: "TradingError",
    code: "INSUFFICIENT_BALANCE",
    message: "Not enough money is free.",
    limit: "1000",
    actual: "2020",
    unit: "USD",
  };
  answer = () => Promise.resolve({ data: { placeOrder: { __typename: "TradingPayload", orders: [], error } } });
  const user = userEvent.setup();
  for (let attempt = 0; attempt < 2; attempt++) {
    if (attempt === 0) await user.type(screen.getByLabelText("Quantity"), "20");
    await user.click(screen.getByTestId("review"));
    await user.click(await screen.findByTestId("confirm"));
    const refusal = await screen.findByTestId("refusal");
    expect(within(refusal).getByText("INSUFFICIENT_BALANCE")).toBeDefined();
    expect(within(refusal).getByText("Allowed: 1,000 USD, here: 2,020 USD.")).toBeDefined();
    await user.click(screen.getByText("Close"));
  }
  const keys = asked.map(({ variables }) => variables.input.idempotencyKey);
  expect([keys.length, new Set(keys).size, placed.length]).toEqual([2, 2, 0]);
});

test("What nobody answered is sent again under the same key", async () => {
  answer = () => Promise.reject(new TypeError("network"));
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Quantity"), "2{Enter}");
  await user.click(await screen.findByTestId("confirm"));
  await screen.findByTestId("unknown-outcome");
  answer = accepted;
  await user.click(screen.getByText("Send again"));
  await waitFor(() => expect(placed).toHaveLength(1));
  const keys = asked.map(({ variables }) => variables.input.idempotencyKey);
  expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
});
