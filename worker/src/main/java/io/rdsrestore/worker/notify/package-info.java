/** Whom a worker tells, as its configuration file says it. */
package io.rdsrestore.worker.notify;
