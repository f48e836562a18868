DROP TABLE budget_share;
DROP TABLE budget;
