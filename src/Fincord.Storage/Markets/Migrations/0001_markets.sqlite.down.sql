DROP TABLE log_offset;
DROP TABLE instrument_checkpoint;
DROP TABLE candle;
DROP TABLE instrument_alias;
DROP TABLE instrument;
