/** The commands of {@code ./rds-restore} that talk to Temporal. */
package io.rdsrestore.worker.cli;
