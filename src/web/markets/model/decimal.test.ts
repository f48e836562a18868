import { expect, test } from "vitest";
import { formatDecimal, formatRounded, fractionDigits } from "./decimal";

test.each([
  ["0", "0"],
  ["100.34", "100.34"],
  ["1234", "1,234"],
  ["1234567.12345678", "1,234,567.12345678"],
  ["-1234.5", "−1,234.5"],
  ["0.00071234", "0.00071234"],
  ["123456", "123,456"],
  ["98765432109876543210.1", "98,765,432,109,876,543,210.1"],
])("The decimal %s is shown as %s, every digit as given", (value, shown) => {
  expect(formatDecimal(value)).toBe(shown);
});

test("What is not known is a dash", () => {
  expect([formatDecimal(null), formatDecimal(undefined), formatRounded(null, 8)]).toEqual(["–", "–", "–"]);
});

test("Text that is no plain decimal is shown as it came", () => {
  expect([formatDecimal("1e-9"), formatRounded("NaN", 4)]).toEqual(["1e-9", "NaN"]);
});

test.each([
  ["12.83120", 8, "12.8312"],
  ["177.310581234", 8, "177.31058"],
  ["0.000649974449", 8, "0.00064997445"],
  ["999.99999", 5, "1,000"],
  ["1234567.89", 8, "1,234,567.9"],
  ["123456789012.5", 8, "123,456,789,013"],
  ["0.5", 0, "1"],
  ["-2.345", 3, "−2.35"],
  ["23", 8, "23"],
  ["1.5000", 8, "1.5"],
])("%s rounded to %i significant digits is %s", (value, digits, shown) => {
  expect(formatRounded(value, digits)).toBe(shown);
});

test("Fraction digits are counted on the text", () => {
  expect(["0.00071", "23", "1.10"].map(fractionDigits)).toEqual([5, 0, 2]);
});
