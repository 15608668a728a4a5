/**
 * What is known of the failures that DTS reports: a catalogue as data ({@code *.json} beside this
 * package), filled with the names of the restore at hand.
 */
package io.rdsrestore.workflows.verdict.remedies;
