/** Who may do what: floors that a worker's policy file sets, and no request relaxes. */
package io.rdsrestore.workflows.policy;
