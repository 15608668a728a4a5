/** Puts tables that were restored beside into the place of the current ones, and back. Pure. */
package io.rdsrestore.workflows.swap;
