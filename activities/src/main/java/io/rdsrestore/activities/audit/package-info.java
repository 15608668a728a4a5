/** Where a worker keeps its audit: a file, a webhook, or both. */
package io.rdsrestore.activities.audit;
