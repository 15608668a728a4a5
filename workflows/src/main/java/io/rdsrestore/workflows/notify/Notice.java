package io.rdsrestore.workflows.notify;

import java.time.Instant;
import java.util.List;

/**
 * One message to people, in words, before it takes the form of a channel. It holds no row values,
 * no keys and no secrets (I7).
 *
 * @param id the same however often it is sent, so that a receiver can tell a double
 * @param kind what is told
 * @param severity what the route is chosen by
 * @param escalated whether the addresses of the escalation are told, too
 * @param at when it was said
 * @param source what it is about
 * @param gate where a person is waited for; null: nowhere
 * @param deadline of that gate; null likewise
 * @param headline one line
 * @param lines what is needed, the most important first
 * @param commands in the order in which they may be left out where there is no room, last first
 * @param labels words of the frame around it
 */
public record Notice(
    String id,
    NoticeKind kind,
    Severity severity,
    boolean escalated,
    Instant at,
    NoticeSource source,
    String gate,
    Instant deadline,
    String headline,
    List<String> lines,
    List<NoticeCommand> commands,
    NoticeLabels labels) {}
