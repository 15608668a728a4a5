package io.rdsrestore.workflows.activity;

/**
 * One item of a precheck that did not pass (DescribePreCheckStatus: JobProgress).
 *
 * @param item Item, for example {@code CHECK_SAME_OBJ}
 * @param name Names
 * @param state {@code Failed} or {@code Warning}
 * @param canSkip CanSkip
 * @param skipped Skip
 * @param key ErrMsg: a message key
 * @param detail ErrDetail and log lines, as far as they say something; bounded
 */
public record PrecheckFinding(
    String item,
    String name,
    String state,
    boolean canSkip,
    boolean skipped,
    String key,
    String detail) {}
