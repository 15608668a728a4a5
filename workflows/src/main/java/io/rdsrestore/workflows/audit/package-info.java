/** What of a restore goes to the audit: who has decided what, and what came of it. */
package io.rdsrestore.workflows.audit;
