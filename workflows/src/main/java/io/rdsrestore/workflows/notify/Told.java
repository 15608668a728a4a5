package io.rdsrestore.workflows.notify;

import java.util.List;

/**
 * Who was told.
 *
 * @param channels their names; empty if the worker's configuration has nobody any more
 */
public record Told(List<String> channels) {}
