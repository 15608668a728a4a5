package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What differs between the database servers that can stand behind an instance. */
interface ServerKind {

  /** What RDS says as the engine version of such an instance: 5.5, 5.6, 5.7 or 8.0. */
  String engineVersion();

  /** Makes an empty data directory whose only account is {@code owner}, which may do everything. */
  void initialise(Path dataDir, Credentials owner) throws IOException;

  /** The command line of a server on {@code dataDir}, listening on 127.0.0.1 only. */
  List<String> command(Path dataDir, int port, int serverId);

  /** What CHANGE MASTER needs besides the address, the account and the position. */
  String changeMasterOptions();

  /** The statements after which a stopped replica does not go on with its master. */
  List<String> forgetMaster();
}
