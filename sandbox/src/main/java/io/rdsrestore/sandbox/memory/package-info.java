/** Instances without servers: names of things, no rows. */
package io.rdsrestore.sandbox.memory;
