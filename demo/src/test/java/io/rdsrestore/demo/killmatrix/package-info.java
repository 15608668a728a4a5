/**
 * The kill matrix: a restore is hit at every call that changes something in the cloud, at every
 * wait and at every gate, on a real Temporal server with worker processes of its own.
 */
package io.rdsrestore.demo.killmatrix;
