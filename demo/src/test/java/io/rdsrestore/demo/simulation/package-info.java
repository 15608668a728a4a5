/** Restores by seed: random requests, faults, variants and people, in skipped time. */
package io.rdsrestore.demo.simulation;
