/** Where a worker keeps its audit, as its configuration file says it. */
package io.rdsrestore.worker.audit;
