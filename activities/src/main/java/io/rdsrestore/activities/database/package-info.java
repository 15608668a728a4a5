/** The databases themselves, by SQL: looks and comparisons, never a change. */
package io.rdsrestore.activities.database;
