/** What with our mark has outlived its restore: whose it is, and whether it may go. */
package io.rdsrestore.workflows.sweep;
