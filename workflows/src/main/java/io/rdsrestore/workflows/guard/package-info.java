/** Who changes tables while they are copied: pure. */
package io.rdsrestore.workflows.guard;
