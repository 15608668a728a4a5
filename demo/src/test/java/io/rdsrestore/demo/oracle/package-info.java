/** What must hold after any restore, whatever happened to it: pure, for every suite. */
package io.rdsrestore.demo.oracle;
