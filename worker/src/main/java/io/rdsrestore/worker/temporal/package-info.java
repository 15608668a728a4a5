/** The connection to Temporal, and what its namespace has to know. */
package io.rdsrestore.worker.temporal;
