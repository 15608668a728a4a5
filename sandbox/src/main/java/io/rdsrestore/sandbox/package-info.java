/** A local Alibaba Cloud: RDS and DTS over HTTP, real databases behind. */
package io.rdsrestore.sandbox;
