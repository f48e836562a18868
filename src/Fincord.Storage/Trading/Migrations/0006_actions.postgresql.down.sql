DROP INDEX fill_settlement;
DROP TABLE instrument_action_schedule;
DROP TABLE instrument_action;
