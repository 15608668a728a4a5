/** Pages of docs that are generated, and the tests that compare them with what is committed. */
package io.rdsrestore.workflows.docs;
