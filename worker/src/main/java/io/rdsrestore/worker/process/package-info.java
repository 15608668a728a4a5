/** The worker process: polling, health, metrics and its configuration. */
package io.rdsrestore.worker.process;
