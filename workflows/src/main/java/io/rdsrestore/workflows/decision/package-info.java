/** People's words: decisions, the gates they are for, and what becomes of each. */
package io.rdsrestore.workflows.decision;
