-- What accounts risked, measured every few minutes: a series by account. The body is JSON.
CREATE TABLE account_risk (
  account_id TEXT NOT NULL REFERENCES account (account_id),
  measured_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (account_id, measured_at)
) WITHOUT ROWID;
