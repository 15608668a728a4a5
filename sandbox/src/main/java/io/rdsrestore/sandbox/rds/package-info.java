/** RDS, API version 2014-08-15: instances, backups, clones, accounts, whitelists, tags. */
package io.rdsrestore.sandbox.rds;
