package io.rdsrestore.workflows;

/** X. */
record X(String a) {}
