/** What the real cloud does not have: faults on demand, the ledger, the call log. */
package io.rdsrestore.sandbox.admin;
