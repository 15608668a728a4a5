/** Talking to Alibaba Cloud: sending a call, reading its answer, classifying its refusals. */
package io.rdsrestore.activities.cloud;
