/** The worker process and the command line. */
package io.rdsrestore.worker;
