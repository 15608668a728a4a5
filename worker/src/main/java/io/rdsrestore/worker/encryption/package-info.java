/** Payloads that Temporal keeps but cannot read: keys, the codec, and the server for its tools. */
package io.rdsrestore.worker.encryption;
