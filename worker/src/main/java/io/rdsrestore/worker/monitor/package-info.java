/** What a worker tells a monitoring system of, beside what Temporal's SDK counts itself. */
package io.rdsrestore.worker.monitor;
