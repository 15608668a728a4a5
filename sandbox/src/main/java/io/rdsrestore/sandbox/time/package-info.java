/** Time from outside, so that tests can skip it. */
package io.rdsrestore.sandbox.time;
