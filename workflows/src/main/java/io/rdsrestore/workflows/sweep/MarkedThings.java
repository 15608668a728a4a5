package io.rdsrestore.workflows.sweep;

import java.util.List;

/**
 * What was found in a region.
 *
 * @param found all that carries our mark or looks like it
 * @param notRead what could not be looked into, each in a sentence
 */
public record MarkedThings(List<Marked> found, List<String> notRead) {}
