package io.rdsrestore.sandbox.dataplane;

/**
 * A place in a server's binary log.
 *
 * @param offset bytes from the beginning of the file
 */
record BinlogPosition(String file, long offset) {}
