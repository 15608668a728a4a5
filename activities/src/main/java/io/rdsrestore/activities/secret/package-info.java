/** Passwords: derived or looked up where they are used, never passed on. */
package io.rdsrestore.activities.secret;
