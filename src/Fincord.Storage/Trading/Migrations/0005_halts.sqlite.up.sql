-- Instruments whose trading an operator has halted; a row goes when trading goes on.
CREATE TABLE instrument_halt (
  instrument_id INTEGER PRIMARY KEY,
  reason TEXT NOT NULL,
  halted_by TEXT NOT NULL,
  since INTEGER NOT NULL
);
