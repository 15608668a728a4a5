/**
 * Puts rows of tables that were restored beside into the current ones, and takes them out again.
 * Pure.
 */
package io.rdsrestore.workflows.merge;
