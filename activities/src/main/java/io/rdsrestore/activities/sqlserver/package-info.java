/** SQL Server from the worker: looks at catalogues, counts and compares. Writes nothing. */
package io.rdsrestore.activities.sqlserver;
