DROP TABLE risk_change;
