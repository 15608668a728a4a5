/** What was bought and when it was given back. */
package io.rdsrestore.sandbox.billing;
