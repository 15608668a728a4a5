package io.rdsrestore.sandbox.dataplane;

import java.util.List;

/**
 * One transaction of the sample history.
 *
 * @param second the second of its commit, counted from the begin of the history
 */
record SampleTransaction(int second, List<SampleChange> changes) {}
