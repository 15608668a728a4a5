/**
 * How fast databases are compared, beside other ways to do it; only in the profile {@code bench}.
 */
package io.rdsrestore.demo.bench;
