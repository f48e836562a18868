DROP TABLE venue_movement;
DROP TABLE live_account;
