package io.rdsrestore.activities.database;

/** A table of the clone and what was made of it on the primary. */
record TablePair(TableName source, TableName target) {}
