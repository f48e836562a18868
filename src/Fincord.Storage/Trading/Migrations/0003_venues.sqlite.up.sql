-- Accounts at live venues: they are woken at each start, since a venue moves money and closes positions without being asked.
CREATE TABLE live_account (
  account_id TEXT PRIMARY KEY REFERENCES account (account_id),
  venue TEXT NOT NULL
) WITHOUT ROWID;

-- Movements of money that a venue told, by its own id for each: one is booked once.
CREATE TABLE venue_movement (
  account_id TEXT NOT NULL REFERENCES account (account_id),
  movement TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  PRIMARY KEY (account_id, movement),
  FOREIGN KEY (account_id, sequence) REFERENCES account_event (account_id, sequence)
) WITHOUT ROWID;
