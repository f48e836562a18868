DROP INDEX account_event_adjusted;
DROP TABLE account_risk;
