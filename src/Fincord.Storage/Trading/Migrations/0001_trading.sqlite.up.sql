-- Accounts and paper books. An account is the fold of its events; the other tables are written from them in the same transaction, for reading.
-- Ids are GUIDs as text, times nanoseconds since 1970-01-01T00:00:00Z, prices and quantities counts in the instrument's scales, money exact
-- decimals as text.

CREATE TABLE account (
  account_id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  settings TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  -- The number of the last event. A commit moves it from what it goes on after, or fails.
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  open_orders INTEGER NOT NULL CHECK (open_orders >= 0)
) WITHOUT ROWID;
CREATE INDEX account_owner ON account (owner, account_id);
CREATE INDEX account_active ON account (account_id) WHERE open_orders > 0;

CREATE TABLE account_event (
  account_id TEXT NOT NULL REFERENCES account (account_id),
  sequence INTEGER NOT NULL,
  occurred_at INTEGER NOT NULL,
  event TEXT NOT NULL,
  PRIMARY KEY (account_id, sequence)
) WITHOUT ROWID;

-- The fold up to a sequence, so that loading does not begin at the first event.
CREATE TABLE account_snapshot (
  account_id TEXT PRIMARY KEY REFERENCES account (account_id),
  sequence INTEGER NOT NULL,
  state TEXT NOT NULL
) WITHOUT ROWID;

-- A key is answered once.
CREATE TABLE account_command (
  account_id TEXT NOT NULL REFERENCES account (account_id),
  key TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, key)
) WITHOUT ROWID;
CREATE INDEX account_command_age ON account_command (answered_at);

-- Up to which number the reports of a venue are applied.
CREATE TABLE account_watermark (
  account_id TEXT NOT NULL REFERENCES account (account_id),
  venue TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  PRIMARY KEY (account_id, venue)
) WITHOUT ROWID;

CREATE TABLE trade_order (
  order_id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (account_id),
  instrument_id INTEGER NOT NULL,
  side INTEGER NOT NULL,
  type INTEGER NOT NULL,
  status INTEGER NOT NULL,
  is_open INTEGER NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity >= 0),
  filled INTEGER NOT NULL CHECK (filled >= 0),
  cost TEXT NOT NULL,
  placed_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX trade_order_account ON trade_order (account_id, order_id);
CREATE INDEX trade_order_open ON trade_order (account_id, order_id) WHERE is_open = 1;

-- A fill is posted once.
CREATE TABLE fill (
  fill_id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  order_id TEXT NOT NULL REFERENCES trade_order (order_id),
  instrument_id INTEGER NOT NULL,
  side INTEGER NOT NULL,
  price INTEGER NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  liquidity INTEGER NOT NULL,
  fee TEXT NOT NULL,
  notional TEXT NOT NULL,
  realized TEXT NOT NULL,
  occurred_at INTEGER NOT NULL,
  settles_on INTEGER NOT NULL,
  FOREIGN KEY (account_id, sequence) REFERENCES account_event (account_id, sequence)
) WITHOUT ROWID;
CREATE UNIQUE INDEX fill_account ON fill (account_id, sequence);

-- The lines of journal entries; those of one sequence sum to zero in each unit. An entry belongs to an event, so it is posted once.
CREATE TABLE journal_line (
  account_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  line INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  reference TEXT NOT NULL,
  occurred_at INTEGER NOT NULL,
  ledger_account INTEGER NOT NULL,
  unit TEXT NOT NULL,
  amount TEXT NOT NULL,
  PRIMARY KEY (account_id, sequence, line),
  FOREIGN KEY (account_id, sequence) REFERENCES account_event (account_id, sequence)
) WITHOUT ROWID;

CREATE TABLE position (
  account_id TEXT NOT NULL REFERENCES account (account_id),
  instrument_id INTEGER NOT NULL,
  count INTEGER NOT NULL,
  cost TEXT NOT NULL,
  realized TEXT NOT NULL,
  realized_fifo TEXT NOT NULL,
  fees TEXT NOT NULL,
  PRIMARY KEY (account_id, instrument_id)
) WITHOUT ROWID;

-- What is set aside for open orders; an order that has ended has no row.
CREATE TABLE hold (
  order_id TEXT PRIMARY KEY REFERENCES trade_order (order_id),
  account_id TEXT NOT NULL REFERENCES account (account_id),
  unit TEXT NOT NULL,
  amount TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX hold_account ON hold (account_id);

CREATE TABLE equity (
  account_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  marked_at INTEGER NOT NULL,
  equity TEXT NOT NULL,
  flow TEXT NOT NULL,
  PRIMARY KEY (account_id, sequence),
  FOREIGN KEY (account_id, sequence) REFERENCES account_event (account_id, sequence)
) WITHOUT ROWID;
CREATE INDEX equity_time ON equity (account_id, marked_at);

CREATE TABLE paper_book (
  book TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  working_orders INTEGER NOT NULL,
  -- How many commits it has seen. A commit moves it from what it goes on after, or fails.
  commits INTEGER NOT NULL
) WITHOUT ROWID;

-- What a book told an account, so that it can be told again.
CREATE TABLE paper_report (
  book TEXT NOT NULL REFERENCES paper_book (book),
  account_id TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  order_id TEXT NOT NULL,
  report TEXT NOT NULL,
  PRIMARY KEY (book, account_id, sequence)
) WITHOUT ROWID;
CREATE INDEX paper_report_order ON paper_report (order_id);

-- The books' own side of fills against the market.
CREATE TABLE paper_clearing (
  book TEXT NOT NULL REFERENCES paper_book (book),
  unit TEXT NOT NULL,
  amount TEXT NOT NULL,
  PRIMARY KEY (book, unit)
) WITHOUT ROWID;
