-- What accounts risked, measured every few minutes: a series by account. The body is JSON.
CREATE TABLE account_risk (
  account_id text NOT NULL REFERENCES account (account_id),
  measured_at bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (account_id, measured_at)
);

-- What actions of instruments changed, found among all that happened.
CREATE INDEX account_event_adjusted ON account_event (account_id, sequence) WHERE substr(event, 1, 28) = '{"event":"position-adjusted"';
