/** What a verification compares, how it is divided, and what can be said afterwards. No I/O. */
package io.rdsrestore.workflows.verify;
