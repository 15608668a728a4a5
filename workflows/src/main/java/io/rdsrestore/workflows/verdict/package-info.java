/**
 * What came out, judged by pure rules: the clone, the precheck, the copy, and the end of it all.
 */
package io.rdsrestore.workflows.verdict;
