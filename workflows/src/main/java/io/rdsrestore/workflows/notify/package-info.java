/**
 * Telling people where they are: what is told, when, how urgently, and to whom. How it travels is
 * not known here.
 */
package io.rdsrestore.workflows.notify;
