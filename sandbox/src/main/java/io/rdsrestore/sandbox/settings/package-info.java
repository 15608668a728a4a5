/** What can be set: how long things take, what exists, how open questions are answered. */
package io.rdsrestore.sandbox.settings;
