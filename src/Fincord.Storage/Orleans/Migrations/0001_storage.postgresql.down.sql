DROP TABLE OrleansStorage;
DROP TABLE OrleansQuery;
