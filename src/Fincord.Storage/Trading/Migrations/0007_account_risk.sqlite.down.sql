DROP TABLE account_risk;
