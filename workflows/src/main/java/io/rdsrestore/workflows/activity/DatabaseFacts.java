package io.rdsrestore.workflows.activity;

/** A database as RDS lists it (DescribeDatabases: DBName, CharacterSetName, DBStatus). */
public record DatabaseFacts(String name, String charset, String status) {}
