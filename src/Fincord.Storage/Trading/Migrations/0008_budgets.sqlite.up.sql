-- What of the limits of a scope is leased to its accounts.
CREATE TABLE budget (
  scope TEXT PRIMARY KEY,
  -- How many commits it has seen. A commit moves it from what it goes on after, or fails.
  commits INTEGER NOT NULL,
  peak_equity TEXT NOT NULL,
  complete_epoch INTEGER NOT NULL
);
CREATE TABLE budget_share (
  scope TEXT NOT NULL REFERENCES budget (scope),
  account_id TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (scope, account_id)
);
