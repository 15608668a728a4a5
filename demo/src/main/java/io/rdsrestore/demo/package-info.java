/** The README's first command, and the end-to-end tests. */
package io.rdsrestore.demo;
