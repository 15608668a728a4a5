/** What people and programs are shown of a restore, and the report at its end. */
package io.rdsrestore.workflows.status;
