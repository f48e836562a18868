-- What accounts risked, measured every few minutes: a series by account. The body is JSON.
CREATE TABLE account_risk (
  account_id TEXT NOT NULL REFERENCES account (account_id),
  measured_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (account_id, measured_at)
) WITHOUT ROWID;

-- What actions of instruments changed, found among all that happened.
CREATE INDEX account_event_adjusted ON account_event (account_id, sequence) WHERE substr(event, 1, 28) = '{"event":"position-adjusted"';
