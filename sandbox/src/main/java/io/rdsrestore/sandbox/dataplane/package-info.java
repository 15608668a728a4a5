/**
 * The databases behind the instances: what the control plane asks of them, and two answers to it.
 */
package io.rdsrestore.sandbox.dataplane;
