/** How messages become JSON and back. */
package io.rdsrestore.workflows.json;
