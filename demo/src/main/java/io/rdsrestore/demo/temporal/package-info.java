/** A Temporal server for the demo: a real dev server where there is one, else the in-process one. */
package io.rdsrestore.demo.temporal;
