package io.rdsrestore.workflows.activity;

import java.util.List;

/** Which databases to look into. */
public record ReadServer(DatabaseLogin login, List<String> databases) {}
