/** DTS, API version 2020-01-01: migration jobs from configuration to release. */
package io.rdsrestore.sandbox.dts;
