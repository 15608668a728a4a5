/** I7: no secret leaves the worker but to the cloud and the databases; encryption on top. */
package io.rdsrestore.demo.secrets;
