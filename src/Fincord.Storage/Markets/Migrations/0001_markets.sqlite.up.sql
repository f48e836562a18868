-- The market store. Times are nanoseconds since 1970-01-01T00:00:00Z, prices and quantities counts in the instrument's scales.

-- AUTOINCREMENT: an instrument's number is never given again.
CREATE TABLE instrument (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  type INTEGER NOT NULL,
  currency TEXT NOT NULL,
  price_scale INTEGER NOT NULL CHECK (price_scale BETWEEN 0 AND 18),
  quantity_scale INTEGER NOT NULL CHECK (quantity_scale BETWEEN 0 AND 18),
  registered_at INTEGER NOT NULL
);

-- The keys an instrument is or was known by, each in [valid_from, valid_to); valid_to is null while it is the key.
CREATE TABLE instrument_alias (
  key TEXT NOT NULL,
  instrument_id INTEGER NOT NULL REFERENCES instrument (id),
  valid_from INTEGER NOT NULL,
  valid_to INTEGER CHECK (valid_to > valid_from),
  PRIMARY KEY (key, valid_from)
) WITHOUT ROWID;

-- At one moment a key names one instrument, and an instrument has one key.
CREATE UNIQUE INDEX instrument_alias_current_key ON instrument_alias (key) WHERE valid_to IS NULL;
CREATE UNIQUE INDEX instrument_alias_current_instrument ON instrument_alias (instrument_id) WHERE valid_to IS NULL;

-- A sum of 128 bits is high * 2^64 + low, with low taken as unsigned: as long as it fits 63 bits, high is 0 (or -1) and low the sum itself,
-- which is what people who look with SQL will see, and takes no room beyond its digits.
-- There is no foreign key to instrument: it would be looked up for each of some hundred thousand candles a second.
CREATE TABLE candle (
  instrument_id INTEGER NOT NULL,
  interval INTEGER NOT NULL,
  open_time INTEGER NOT NULL,
  open INTEGER NOT NULL,
  high INTEGER NOT NULL,
  low INTEGER NOT NULL,
  close INTEGER NOT NULL,
  volume_high INTEGER NOT NULL,
  volume_low INTEGER NOT NULL,
  notional_high INTEGER NOT NULL,
  notional_low INTEGER NOT NULL,
  trade_count INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  is_closed INTEGER NOT NULL,
  PRIMARY KEY (instrument_id, interval, open_time)
) WITHOUT ROWID;

-- What an instrument needs to go on after a crash: fincord.market.v1.InstrumentCheckpoint in protobuf, with its log offset.
CREATE TABLE instrument_checkpoint (
  instrument_id INTEGER PRIMARY KEY,
  log_offset INTEGER NOT NULL,
  checkpoint BLOB NOT NULL
);

-- Per partition of the event log: all events before the offset are in the checkpoints.
CREATE TABLE log_offset (
  partition INTEGER PRIMARY KEY,
  log_offset INTEGER NOT NULL
);
