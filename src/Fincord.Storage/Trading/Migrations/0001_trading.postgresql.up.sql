-- Accounts and paper books. An account is the fold of its events; the other tables are written from them in the same transaction, for reading.
-- Ids are GUIDs as text, times nanoseconds since 1970-01-01T00:00:00Z, prices and quantities counts in the instrument's scales, money exact
-- decimals.

CREATE TABLE account (
  account_id text PRIMARY KEY,
  owner text NOT NULL,
  settings text NOT NULL,
  opened_at bigint NOT NULL,
  -- The number of the last event. A commit moves it from what it goes on after, or fails.
  sequence bigint NOT NULL CHECK (sequence > 0),
  open_orders bigint NOT NULL CHECK (open_orders >= 0)
);
CREATE INDEX account_owner ON account (owner, account_id);
CREATE INDEX account_active ON account (account_id) WHERE open_orders > 0;

CREATE TABLE account_event (
  account_id text NOT NULL REFERENCES account (account_id),
  sequence bigint NOT NULL,
  occurred_at bigint NOT NULL,
  event text NOT NULL,
  PRIMARY KEY (account_id, sequence)
);

-- The fold up to a sequence, so that loading does not begin at the first event.
CREATE TABLE account_snapshot (
  account_id text PRIMARY KEY REFERENCES account (account_id),
  sequence bigint NOT NULL,
  state text NOT NULL
);

-- A key is answered once.
CREATE TABLE account_command (
  account_id text NOT NULL REFERENCES account (account_id),
  key text NOT NULL,
  content_hash text NOT NULL,
  answer text NOT NULL,
  answered_at bigint NOT NULL,
  PRIMARY KEY (account_id, key)
);
CREATE INDEX account_command_age ON account_command (answered_at);

-- Up to which number the reports of a venue are applied.
CREATE TABLE account_watermark (
  account_id text NOT NULL REFERENCES account (account_id),
  venue text NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (account_id, venue)
);

CREATE TABLE trade_order (
  order_id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account (account_id),
  instrument_id bigint NOT NULL,
  side bigint NOT NULL,
  type bigint NOT NULL,
  status bigint NOT NULL,
  is_open bigint NOT NULL,
  quantity bigint NOT NULL CHECK (quantity >= 0),
  filled bigint NOT NULL CHECK (filled >= 0),
  cost numeric NOT NULL,
  placed_at bigint NOT NULL,
  changed_at bigint NOT NULL,
  version bigint NOT NULL,
  body text NOT NULL
);
CREATE INDEX trade_order_account ON trade_order (account_id, order_id);
CREATE INDEX trade_order_open ON trade_order (account_id, order_id) WHERE is_open = 1;

-- A fill is posted once.
CREATE TABLE fill (
  fill_id text PRIMARY KEY,
  account_id text NOT NULL,
  sequence bigint NOT NULL,
  order_id text NOT NULL REFERENCES trade_order (order_id),
  instrument_id bigint NOT NULL,
  side bigint NOT NULL,
  price bigint NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  liquidity bigint NOT NULL,
  fee numeric NOT NULL,
  notional numeric NOT NULL,
  realized numeric NOT NULL,
  occurred_at bigint NOT NULL,
  settles_on bigint NOT NULL,
  FOREIGN KEY (account_id, sequence) REFERENCES account_event (account_id, sequence)
);
CREATE UNIQUE INDEX fill_account ON fill (account_id, sequence);

-- The lines of journal entries; those of one sequence sum to zero in each unit. An entry belongs to an event, so it is posted once.
CREATE TABLE journal_line (
  account_id text NOT NULL,
  sequence bigint NOT NULL,
  line bigint NOT NULL,
  kind bigint NOT NULL,
  reference text NOT NULL,
  occurred_at bigint NOT NULL,
  ledger_account bigint NOT NULL,
  unit text NOT NULL,
  amount numeric NOT NULL,
  PRIMARY KEY (account_id, sequence, line),
  FOREIGN KEY (account_id, sequence) REFERENCES account_event (account_id, sequence)
);

CREATE TABLE position (
  account_id text NOT NULL REFERENCES account (account_id),
  instrument_id bigint NOT NULL,
  count bigint NOT NULL,
  cost numeric NOT NULL,
  realized numeric NOT NULL,
  realized_fifo numeric NOT NULL,
  fees numeric NOT NULL,
  PRIMARY KEY (account_id, instrument_id)
);

-- What is set aside for open orders; an order that has ended has no row.
CREATE TABLE hold (
  order_id text PRIMARY KEY REFERENCES trade_order (order_id),
  account_id text NOT NULL REFERENCES account (account_id),
  unit text NOT NULL,
  amount numeric NOT NULL
);
CREATE INDEX hold_account ON hold (account_id);

CREATE TABLE equity (
  account_id text NOT NULL,
  sequence bigint NOT NULL,
  marked_at bigint NOT NULL,
  equity numeric NOT NULL,
  flow numeric NOT NULL,
  PRIMARY KEY (account_id, sequence),
  FOREIGN KEY (account_id, sequence) REFERENCES account_event (account_id, sequence)
);
CREATE INDEX equity_time ON equity (account_id, marked_at);

CREATE TABLE paper_book (
  book text PRIMARY KEY,
  state text NOT NULL,
  working_orders bigint NOT NULL,
  -- How many commits it has seen. A commit moves it from what it goes on after, or fails.
  commits bigint NOT NULL
);

-- What a book told an account, so that it can be told again.
CREATE TABLE paper_report (
  book text NOT NULL REFERENCES paper_book (book),
  account_id text NOT NULL,
  sequence bigint NOT NULL CHECK (sequence > 0),
  order_id text NOT NULL,
  report text NOT NULL,
  PRIMARY KEY (book, account_id, sequence)
);
CREATE INDEX paper_report_order ON paper_report (order_id);

-- The books' own side of fills against the market.
CREATE TABLE paper_clearing (
  book text NOT NULL REFERENCES paper_book (book),
  unit text NOT NULL,
  amount numeric NOT NULL,
  PRIMARY KEY (book, unit)
);
