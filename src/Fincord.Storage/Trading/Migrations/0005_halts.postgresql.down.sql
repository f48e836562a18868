DROP TABLE instrument_halt;
