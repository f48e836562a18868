// A market made of formulas: the same moment always has the same prices, so pictures of the page can be compared.

/**
 * @typedef {{ id: string, key: string, venue: string, symbol: string, name: string, type: string, currency: string,
 *   price: number, digits: number, sizeDigits: number, always: boolean, seed: number }} MockInstrument
 */

/** @type {[key: string, name: string, type: string, currency: string, price: number, digits: number, sizeDigits: number][]} */
const named = [
  ["BINANCE:XRPETH", "XRP / ETH", "CRYPTO_SPOT", "ETH", 0.00071, 8, 0],
  ["BINANCE:BTCUSDT", "BTC / USDT", "CRYPTO_SPOT", "USDT", 93_417, 2, 5],
  ["KRAKEN:BCHEUR", "BCH / EUR", "CRYPTO_SPOT", "EUR", 412, 2, 8],
  ["BYBIT:ETHUSDT", "ETH / USDT perpetual", "PERPETUAL", "USDT", 3_250, 2, 3],
  ["XNAS:GOOG", "Alphabet Inc. Class C", "EQUITY", "USD", 191, 2, 0],
  ["XNYS:BRK.B", "Berkshire Hathaway Inc. Class B", "EQUITY", "USD", 452, 2, 0],
  ["ARCX:SPY", "SPDR S&P 500 ETF Trust", "ETF", "USD", 591, 2, 0],
  ["XCME:ESH26", "E-mini S&P 500, March 2026", "FUTURE", "USD", 5_972, 2, 0],
  ["FX:EURUSD", "Euro / US dollar", "FX", "USD", 1.0312, 5, 0],
  ["FX:USDJPY", "US dollar / Japanese yen", "FX", "JPY", 157.2, 3, 0],
  ["OPRA:AAPL  260116C00150000", "Apple, 16 January 2026, call at 150", "OPTION", "USD", 93.1, 2, 0],
  ["XFRA:DE0001102614", "Federal Republic of Germany 1.80 % 2053", "BOND", "EUR", 84.55, 3, 0],
];

/** @type {MockInstrument[]} */
export const instruments = [
  ...named,
  ...Array.from(
    { length: 60 },
    (_, number) =>
      /** @type {typeof named[number]} */ ([
        `SIM:ASSET${String(number + 1).padStart(2, "0")}`,
        `Simulated asset ${number + 1}`,
        "EQUITY",
        "USD",
        12 + number * 3.5,
        2,
        0,
      ]),
  ),
].map(([key, name, type, currency, price, digits, sizeDigits], index) => ({
  id: Buffer.from(`Instrument:${index + 1}`).toString("base64"),
  key,
  venue: key.slice(0, key.indexOf(":")),
  symbol: key.slice(key.indexOf(":") + 1),
  name,
  type,
  currency,
  price,
  digits,
  sizeDigits,
  always: type === "CRYPTO_SPOT" || type === "PERPETUAL",
  seed: index + 1,
}));

const day = 86_400;

/** Seconds since 1970 at which every history begins. */
export const historyStart = Date.UTC(2024, 0, 8) / 1000;

/** @type {Record<string, number>} */
const lengths = { S1: 1, S5: 5, M1: 60, M5: 300, M15: 900, M30: 1_800, H1: 3_600, H4: 14_400, D1: day, W1: 7 * day };

/** @param {string} interval @param {number} time */
export function openTimeOf(interval, time) {
  if (interval === "MN1") {
    const date = new Date(time * 1000);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) / 1000;
  }
  const length = lengths[interval] ?? 60;
  const origin = interval === "W1" ? -3 * day : 0;
  return Math.floor((time - origin) / length) * length + origin;
}

/** @param {string} interval @param {number} openTime */
export function closeTimeOf(interval, openTime) {
  if (interval !== "MN1") return openTime + (lengths[interval] ?? 60);
  const date = new Date(openTime * 1000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / 1000;
}

/** A number from 0 to 1 that depends on nothing but its arguments. @param {number} a @param {number} b */
function hash(a, b) {
  let value = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b ^ 0xc2b2ae35, 0x27d4eb2f);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return ((value ^ (value >>> 15)) >>> 0) / 2 ** 32;
}

/** Value noise: random at whole numbers, smooth between. @param {number} seed @param {number} x */
function noise(seed, x) {
  const whole = Math.floor(x);
  const part = x - whole;
  const smooth = part * part * (3 - 2 * part);
  return hash(seed, whole) * (1 - smooth) + hash(seed, whole + 1) * smooth - 0.5;
}

/** @param {MockInstrument} instrument @param {number} time */
function priceAt({ price, seed }, time) {
  let sum = 0;
  let amplitude = 0.3;
  for (let [octave, period] = [0, 120 * day]; period > 0.5; octave++, period /= 3) {
    sum += amplitude * noise(seed * 64 + octave, time / period);
    amplitude *= 0.58;
  }
  return price * Math.exp(sum);
}

/** @param {number} value @param {number} digits */
function decimal(value, digits) {
  const text = value.toFixed(digits);
  return digits > 0 ? text.replace(/\.?0+$/, "") : text;
}

/** @param {number} time */
export function timestamp(time) {
  return new Date(time * 1000).toISOString().replace("Z", "000000Z");
}

/**
 * Whether there is any trade in a candle: exchanges close at the weekend, and seconds are often quiet.
 * @param {MockInstrument} instrument
 */
function trades(instrument, interval = "M1", openTime = 0) {
  if (interval === "S1" && hash(instrument.seed, openTime) < 0.4) return false;
  if (instrument.always || interval === "W1" || interval === "MN1") return true;
  const weekday = new Date(openTime * 1000).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The candle of `interval` that starts at `openTime`, as known at `now`; null when nothing was traded in it.
 * @param {MockInstrument} instrument @param {string} interval @param {number} openTime @param {number} now
 */
export function candleAt(instrument, interval, openTime, now) {
  if (openTime > now || !trades(instrument, interval, openTime)) return null;
  const closeTime = closeTimeOf(interval, openTime);
  const end = Math.min(closeTime, now);
  const samples = Array.from({ length: 9 }, (_, sample) => priceAt(instrument, openTime + ((end - openTime) * sample) / 8));
  const passed = Math.max(0.02, (end - openTime) / (closeTime - openTime));
  const count = Math.ceil((4 + 60 * hash(instrument.seed + 7, openTime) ** 3) * Math.sqrt(closeTime - openTime) * passed);
  const size = instrument.sizeDigits > 0 ? 0.37 : 140;
  const volume = count * size * (0.5 + hash(instrument.seed + 11, openTime));
  const prices = samples.map(price => decimal(price, instrument.digits));
  return {
    openTime: timestamp(openTime),
    open: prices[0],
    close: prices.at(-1),
    high: decimal(Math.max(...samples), instrument.digits),
    low: decimal(Math.min(...samples), instrument.digits),
    volume: decimal(volume, instrument.sizeDigits),
    vwap: decimal(samples.reduce((sum, price) => sum + price) / samples.length, 9),
    tradeCount: count,
    revision: 0,
    isClosed: closeTime <= now,
  };
}

/** @param {MockInstrument} instrument @param {number} now */
export function quoteAt(instrument, now) {
  const price = priceAt(instrument, now);
  const tick = 10 ** -instrument.digits;
  const half = Math.max(tick, price * 0.0001);
  const size = (/** @type {number} */ salt) =>
    decimal((instrument.sizeDigits > 0 ? 2 : 900) * (0.1 + hash(instrument.seed + salt, Math.floor(now * 4))), instrument.sizeDigits);
  return {
    key: instrument.key,
    bid: decimal(price - half, instrument.digits),
    ask: decimal(price + half, instrument.digits),
    bidSize: size(21),
    askSize: size(22),
    last: decimal(price, instrument.digits),
    lastSize: size(23),
    occurredAt: timestamp(now),
  };
}
