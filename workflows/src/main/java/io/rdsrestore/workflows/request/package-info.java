/** What is asked for: the request, read strictly, every problem named by its field. */
package io.rdsrestore.workflows.request;
