package io.rdsrestore.sandbox.dataplane;

/** The direct way into a server, for tests and curious people. */
public record OwnerLogin(String host, int port, String user, String password) {}
