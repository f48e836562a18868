-- Kill switches and limits above accounts: each change has the next epoch, and the latest of a scope and kind holds.
CREATE TABLE risk_change (
  epoch INTEGER PRIMARY KEY,
  scope TEXT NOT NULL,
  -- 1: a kill switch was turned, 2: limits were set.
  kind INTEGER NOT NULL,
  body TEXT NOT NULL,
  member TEXT NOT NULL,
  reason TEXT NOT NULL,
  key TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  changed_at INTEGER NOT NULL
);
-- A key is answered once.
CREATE UNIQUE INDEX risk_change_key ON risk_change (member, key);
CREATE INDEX risk_change_scope ON risk_change (scope, kind, epoch);
