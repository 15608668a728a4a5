/**
 * What must hold after any restore, whatever happened to it: for every suite. The judge is pure.
 */
package io.rdsrestore.demo.oracle;
