package io.rdsrestore.workflows.notify;

import java.time.Instant;
import java.util.List;

/**
 * The next moment at which a gate without a decision has something to say.
 *
 * @param at when
 * @param ends whether it is the deadline: nobody is waited for any longer
 * @param reminds whether people are reminded in the status
 * @param says what notices it makes needless to say later, the one that is sent first; empty for
 *     none
 */
public record Alarm(Instant at, boolean ends, boolean reminds, List<NoticeKind> says) {}
