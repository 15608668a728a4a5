package io.rdsrestore.activities.database;

/** A row in a merge: the text of its key, in ASCII, and its hash; null if the server made none. */
record KeyedRow(String key, String hash) {}
