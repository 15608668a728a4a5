/** What a worker lets nobody do, as its policy file says it. */
package io.rdsrestore.worker.policy;
