-- What instruments do to those who hold them: funding, dividends, splits and the like. Nothing is ever changed or taken back.
CREATE TABLE instrument_action (
  action_id text PRIMARY KEY,
  instrument_id bigint NOT NULL,
  -- In the order in which they became known.
  sequence bigint NOT NULL CHECK (sequence > 0),
  kind bigint NOT NULL,
  effective_at bigint NOT NULL,
  -- When it takes effect, or became known if that was later.
  due_at bigint NOT NULL CHECK (due_at >= effective_at),
  ends_orders bigint NOT NULL,
  body text NOT NULL
);
CREATE UNIQUE INDEX instrument_action_sequence ON instrument_action (instrument_id, sequence);
CREATE INDEX instrument_action_due ON instrument_action (instrument_id, due_at, sequence);
CREATE INDEX instrument_action_effective ON instrument_action (instrument_id, effective_at, sequence);
CREATE INDEX instrument_action_orders ON instrument_action (instrument_id, sequence) WHERE ends_orders = 1;

-- The number of an instrument's last action, and up to where those are made that follow from a schedule. What adds some moves it from
-- where it goes on, or fails.
CREATE TABLE instrument_action_schedule (
  instrument_id bigint PRIMARY KEY,
  sequence bigint NOT NULL,
  through bigint NOT NULL
);

-- What has not settled yet.
CREATE INDEX fill_settlement ON fill (account_id, settles_on);
