/** What the restore bears, and how fast it is, on a real Temporal server. */
package io.rdsrestore.demo.load;
