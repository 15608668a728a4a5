/** Whole restores in skipped time: the real workflow and activities, a cloud without databases. */
package io.rdsrestore.demo.scenario;
