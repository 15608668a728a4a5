package io.rdsrestore.sandbox.dataplane;

/** A database as RDS lists it. */
public record DatabaseInfo(String name, String charset) {}
