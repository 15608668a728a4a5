/** RDS, API version 2014-08-15. */
package io.rdsrestore.activities.rds;
