/**
 * The workflow itself. {@link io.rdsrestore.workflows.restore.RestoreToPrimaryImpl} admits a
 * request and walks through the phases, each a class of its own; {@link
 * io.rdsrestore.workflows.restore.Restore} is what they know, {@link
 * io.rdsrestore.workflows.restore.Journal} what people see, {@link
 * io.rdsrestore.workflows.restore.Gates} how a person is asked.
 */
package io.rdsrestore.workflows.restore;
