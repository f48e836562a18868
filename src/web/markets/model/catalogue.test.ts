import { expect, test } from "vitest";
import type { ListedInstrument } from "@/graphql/schema";
import { filterInstruments, instrumentsOf, pagesWith, replacePage, type CataloguePage } from "./catalogue";

const instrument = (key: string, last: string | null = null, second = 0): ListedInstrument => ({
  id: key,
  key,
  venue: key.slice(0, key.indexOf(":")),
  symbol: key.slice(key.indexOf(":") + 1),
  name: `Name of ${key}`,
  type: "EQUITY",
  currency: "USD",
  quote:
    last === null
      ? null
      : {
          key,
          bid: null,
          ask: null,
          bidSize: null,
          askSize: null,
          last,
          lastSize: null,
          occurredAt: `2026-01-05T14:30:0${second}.000000000Z`,
        },
});
const pages: readonly CataloguePage[] = [
  { after: null, instruments: [instrument("A:ONE", "1", 5), instrument("A:TWO")] },
  { after: "2", instruments: [instrument("B:THREE")] },
];

test("A page that was read anew takes its place, but an older price does not return", () => {
  const read = { after: null, instruments: [instrument("A:ONE", "0.9", 4), instrument("A:TWO", "2", 4)] };
  expect(instrumentsOf(replacePage(pages, read)).map(({ quote }) => quote?.last ?? null)).toEqual(["1", "2", null]);
});

test("An instrument that moved to another page stands once", () => {
  const shifted = [...pages, { after: "3", instruments: [instrument("B:THREE"), instrument("B:FOUR")] }];
  expect(instrumentsOf(shifted).map(({ key }) => key)).toEqual(["A:ONE", "A:TWO", "B:THREE", "B:FOUR"]);
});

test("The filter wants every word, in any case, in key, name or currency", () => {
  const all = instrumentsOf(pages);
  const keys = (text: string) => filterInstruments(all, text).map(({ key }) => key);
  expect(keys("a: usd")).toEqual(["A:ONE", "A:TWO"]);
  expect(keys("NAME three")).toEqual(["B:THREE"]);
  expect(keys("  ")).toEqual(["A:ONE", "A:TWO", "B:THREE"]);
  expect(keys("a:one b:three")).toEqual([]);
});

test("Only pages with watched instruments are read anew, and of an empty catalogue the first", () => {
  expect(pagesWith(pages, new Set(["B:THREE"]))).toEqual(["2"]);
  expect(pagesWith(pages, new Set())).toEqual([]);
  expect(pagesWith([{ after: null, instruments: [] }], new Set())).toEqual([null]);
});
