package io.rdsrestore.sandbox.dataplane;

/** Where clients connect to. */
public record Address(String host, int port) {}
