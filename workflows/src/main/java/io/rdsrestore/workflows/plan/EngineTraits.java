package io.rdsrestore.workflows.plan;

import com.google.errorprone.annotations.Immutable;

/**
 * What the cloud and its tools call and do differently from engine to engine.
 *
 * @param title as people write it
 * @param rdsName RDS: Engine
 * @param dtsName DTS, ConfigureDtsJob: SourceEndpointEngineName, DestinationEndpointEngineName
 * @param dtsPurchaseName the same in CreateDtsInstance, which writes it in another case
 * @param window what tells which instants can be restored
 * @param dbList form of DbList
 * @param protocol how a worker talks to its servers
 * @param accountPrivilege GrantAccountPrivilege: what the temporary account gets on a database
 * @param rights the same in words
 * @param readsAsOwner whether DTS reads as the owner of a database only
 * @param log what a server writes beside its rows, in words
 * @param defaultCharset CreateDatabase: CharacterSetName of a database that nobody knows of
 * @param movesTables whether a table can be renamed into another database, so that restored tables
 *     can move into place, change places with the current ones and be merged
 * @param tellsLoad whether the keys of its load in DescribeDBInstancePerformance are documented
 * @param speaksCatalogueSql whether the SQL of the catalogue of remedies is its own
 */
@Immutable
record EngineTraits(
    String title,
    String rdsName,
    String dtsName,
    String dtsPurchaseName,
    WindowSource window,
    DbListForm dbList,
    WireProtocol protocol,
    String accountPrivilege,
    String rights,
    boolean readsAsOwner,
    String log,
    String defaultCharset,
    boolean movesTables,
    boolean tellsLoad,
    boolean speaksCatalogueSql) {}
