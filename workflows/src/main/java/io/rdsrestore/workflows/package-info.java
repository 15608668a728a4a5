/** The contract: workflow, messages, activity interfaces and all pure logic. */
package io.rdsrestore.workflows;
