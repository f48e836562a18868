-- Instruments whose trading an operator has halted; a row goes when trading goes on.
CREATE TABLE instrument_halt (
  instrument_id bigint PRIMARY KEY,
  reason text NOT NULL,
  halted_by text NOT NULL,
  since bigint NOT NULL
);
