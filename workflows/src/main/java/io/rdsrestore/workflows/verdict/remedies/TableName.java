package io.rdsrestore.workflows.verdict.remedies;

/** A table of a database. */
record TableName(String database, String table) {}
