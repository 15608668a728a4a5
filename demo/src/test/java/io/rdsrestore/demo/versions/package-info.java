/** I10: a restore that began on an old build ends on the new one. */
package io.rdsrestore.demo.versions;
