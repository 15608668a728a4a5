/** DTS, API version 2020-01-01. */
package io.rdsrestore.activities.dts;
