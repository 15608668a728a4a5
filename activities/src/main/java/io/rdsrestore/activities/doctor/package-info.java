/** Looks, without changing anything, whether the cloud lets a worker do its work. */
package io.rdsrestore.activities.doctor;
