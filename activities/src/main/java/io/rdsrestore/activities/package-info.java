/** The activities: RDS, DTS, the databases; one class an external party. */
package io.rdsrestore.activities;
