/** The texts that people read, in their language: a phrase book at the edge. */
package io.rdsrestore.workflows.language;
