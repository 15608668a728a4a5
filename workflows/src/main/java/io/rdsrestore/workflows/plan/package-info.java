/** What will be done, decided by pure rules from what was read, before anything is bought. */
package io.rdsrestore.workflows.plan;
