package io.rdsrestore.sandbox.http;

import java.time.Instant;
import java.util.List;

/**
 * One call as the sandbox saw it: names of parameters, never their values.
 *
 * @param code {@code OK}, the error's code, or {@code fault:} and the injected effect
 * @param inQuery names of the parameters that were in the URL
 * @param inBody names of those that were in the body
 */
public record CallRecord(
    Instant at, String action, String code, List<String> inQuery, List<String> inBody) {}
