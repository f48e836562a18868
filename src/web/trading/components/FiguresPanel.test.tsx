// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { order } from "../model/testOrders";
import { FiguresPanel } from "./FiguresPanel";

let answers: Readonly<Record<string, unknown>>;
const at = "2026-01-05T00:00:00.000000000Z";
const profit = { total: "12.5", realized: "20", unrealized: "-5", fees: "2.5", income: "0", flow: "100" };

beforeEach(() => {
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    const { operationName } = JSON.parse(body) as { operationName: string };
    if (!(operationName in answers)) return Promise.reject(new TypeError("network"));
    const data = { account: { __typename: "Account", id: "a1", ...(answers[operationName] as object) } };
    return Promise.resolve(new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = () => render(<FiguresPanel account={{ id: "a1", baseCurrency: "USD" }} />);
const textOf = async (testId: string) => (await screen.findByTestId(testId)).textContent;

test("Days are told the latest first, and the views are accessible", async () => {
  const day = { day: at, closingEquity: "1000", return: 0.0125, profit };
  answers = { DailyPnl: { dailyPnl: [day, { ...day, day: "2026-01-06T00:00:00.000000000Z", return: null }] } };
  show();
  await screen.findByTestId("days");
  const rows = screen.getAllByRole("row").map(row => [...row.children].slice(0, 3).map(cell => cell.textContent));
  expect(rows).toEqual([
    ["Day (UTC)", "Result", "Return"],
    ["2026-01-06", "+12.50", "–"],
    ["2026-01-05", "+12.50", "+1.25 %"],
  ]);
  const found = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(found.violations.map(({ id }) => id)).toEqual([]);
});

test("Performance, trades, statement and risk are read when they are chosen", async () => {
  const tail = { valueAtRisk: -31.5, expectedShortfall: -40 };
  const trade = {
    id: "t1",
    instrument: order().instrument,
    side: "SELL",
    isClosed: false,
    quantity: "2",
    entryPrice: "10",
    exitPrice: null,
  };
  answers = {
    DailyPnl: { dailyPnl: [] },
    Performance: {
      performance: {
        from: at,
        to: at,
        timeWeightedReturn: 0.1,
        moneyWeightedReturn: null,
        moneyWeightedAnnual: null,
        sampleSize: 1,
        volatility: 0.2,
        sharpe: 1.234,
        sharpeLow: -0.5,
        sharpeHigh: 3,
        sortino: null,
        maxDrawdown: -0.05,
        longestDrawdownDays: 1,
      },
    },
    Trades: {
      trades: {
        nodes: [{ ...trade, fees: "1", netProfit: "-1", openedAt: at, closedAt: null }],
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    },
    Statement: {
      statement: {
        from: at,
        to: at,
        opening: { equity: null },
        closing: { equity: "100" },
        movements: [{ kind: "FEE", unit: "USD", amount: "-2.5", count: 3 }],
      },
    },
    Risk: {
      risk: {
        at,
        grossExposure: "20",
        netExposure: "-20",
        leverage: "0.2",
        marginRatio: "0.05",
        horizon: "D1",
        sampleSize: 30,
        at95: tail,
        at99: null,
        byInstrument: [{ name: "SIM:ONE", gross: "20", net: "-20" }],
      },
    },
  };
  show();
  const user = userEvent.setup();
  expect(await textOf("no-days")).toContain("No days yet");
  await user.click(screen.getByText("Performance"));
  expect(await textOf("performance")).toContain("1.23 (−0.5 to 3)");
  await user.click(screen.getByText("Trades"));
  expect(await textOf("trades")).toContain("Goes on");
  await user.click(screen.getByText("Statement"));
  expect(await textOf("statement")).toContain("Fees");
  await user.click(screen.getByText("Risk"));
  expect(await textOf("risk")).toContain("−31.50 USD");
  expect(await textOf("exposure")).toContain("SIM:ONE");
});

test("What cannot be read says so, and is there after another try", async () => {
  answers = {};
  show();
  expect(await textOf("figures-problem")).toContain("The days cannot be read");
  answers = { DailyPnl: { dailyPnl: [] } };
  await userEvent.setup().click(screen.getByText("Try again"));
  expect(await textOf("no-days")).toContain("No days yet");
});
