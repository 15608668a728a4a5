/** Configuration files of a worker. */
package io.rdsrestore.worker.config;
