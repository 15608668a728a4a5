package io.rdsrestore.workflows.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.request.MoveIn;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TargetMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an engine changes; the one place that knows. Whoever has to do something else for another
 * engine asks for one of its traits or rules.
 */
public enum Engine {
  /** MySQL 5.5, 5.6, 5.7 and 8.0. */
  @JsonProperty("mysql")
  MYSQL(
      new EngineTraits(
          "MySQL",
          "MySQL",
          "MYSQL",
          "MySQL",
          WindowSource.RECOVERY_TIME,
          DbListForm.TABLES,
          WireProtocol.MYSQL,
          "ReadWrite",
          "read/write rights",
          false,
          "binlog",
          // What DTS falls back to itself.
          "utf8mb4",
          true,
          true,
          true),
      new MySqlRules(),
      new MySqlSql()),

  /** SQL Server 2012 and 2016, high-availability editions. */
  @JsonProperty("sqlServer")
  SQL_SERVER(
      new EngineTraits(
          "SQL Server",
          "SQLServer",
          "MSSQL",
          "MSSQL",
          WindowSource.BACKUPS,
          DbListForm.SCHEMAS,
          WireProtocol.TDS,
          // DTS asks for the owner on an RDS source, and makes tables in the target.
          "DBOwner",
          "the rights of an owner (DBOwner)",
          true,
          "transaction log",
          "Chinese_PRC_CI_AS",
          false,
          false,
          false),
      new SqlServerRules(),
      new SqlServerSql());

  private static final String CHECK = "engine";

  private final EngineTraits traits;
  private final EngineRules rules;
  private final EngineSql sql;

  Engine(EngineTraits traits, EngineRules rules, EngineSql sql) {
    this.traits = traits;
    this.rules = rules;
    this.sql = sql;
  }

  /** As people write it. */
  public String title() {
    return traits.title();
  }

  /** RDS: Engine. */
  public String rdsName() {
    return traits.rdsName();
  }

  /** DTS: SourceEndpointEngineName, DestinationEndpointEngineName in ConfigureDtsJob. */
  public String dtsName() {
    return traits.dtsName();
  }

  /** The same in CreateDtsInstance. */
  public String dtsPurchaseName() {
    return traits.dtsPurchaseName();
  }

  /** What tells which instants can be restored. */
  public WindowSource window() {
    return traits.window();
  }

  /** The form of DbList. */
  public DbListForm dbList() {
    return traits.dbList();
  }

  /** How a worker talks to its servers. */
  public WireProtocol protocol() {
    return traits.protocol();
  }

  /** GrantAccountPrivilege, AccountPrivilege: what the temporary account gets on a database. */
  public String accountPrivilege() {
    return traits.accountPrivilege();
  }

  /** The same in words. */
  public String rights() {
    return traits.rights();
  }

  /** Whether DTS reads as the owner of a database only. */
  public boolean readsAsOwner() {
    return traits.readsAsOwner();
  }

  /** What a server writes beside its rows, in words. */
  String log() {
    return traits.log();
  }

  /** CreateDatabase, CharacterSetName: of a database whose own is not known. */
  public String defaultCharset() {
    return traits.defaultCharset();
  }

  /**
   * Whether a table can be renamed into another database, so that restored tables can move into
   * place, change places with the current ones and be merged.
   */
  public boolean movesTables() {
    return traits.movesTables();
  }

  /** Whether the keys of its load in DescribeDBInstancePerformance are documented. */
  public boolean tellsLoad() {
    return traits.tellsLoad();
  }

  /** Whether the SQL of the catalogue of remedies is its own. */
  public boolean speaksCatalogueSql() {
    return traits.speaksCatalogueSql();
  }

  /** SQL that is printed for people. */
  public EngineSql sql() {
    return sql;
  }

  /** What DTS leaves behind of an object, in words. */
  public String leftBehind(ObjectTarget object) {
    return rules.leftBehind(object);
  }

  /** What there is beside tables, in words. */
  public String objectsBesideTables() {
    return rules.objectsBesideTables();
  }

  /** Which row of a plan predicts which precheck item. */
  public List<PrecheckPrediction> predictions() {
    return rules.predictions();
  }

  /**
   * A request for an instance of this engine: names in their usual form, and tables that cannot be
   * moved are not to be moved.
   */
  public RestoreRequest adapted(RestoreRequest request) {
    boolean wouldMove =
        request.target() == TargetMode.AUTO
            && request.migratesStructure()
            && request.moveIn() == MoveIn.WHEN_VERIFIED;
    RestoreRequest named = rules.named(request);
    return movesTables() || !wouldMove ? named : named.withoutMoves();
  }

  PlanCheck charset(RestoreRequest request, InstanceFacts primary) {
    return rules.charset(request, primary);
  }

  Optional<PlanCheck> otherWay(PlanInputs inputs) {
    return rules.otherWay(inputs);
  }

  List<PlanCheck> limits(RestoreRequest request) {
    return rules.limits(request);
  }

  List<PlanCheck> sqlRows(SqlInputs inputs, List<PlanCheck> conflicts) {
    return rules.sql(inputs, conflicts);
  }

  /**
   * The engine whose rules and words hold for an instance, whether it is restored or not; those of
   * MySQL where an engine has none.
   *
   * @param instance null before it was read
   */
  public static Engine in(InstanceFacts instance) {
    return instance == null ? MYSQL : find(instance.engine()).orElse(MYSQL);
  }

  private static Optional<Engine> find(String rdsName) {
    return Arrays.stream(values())
        .filter(engine -> engine.rdsName().equalsIgnoreCase(rdsName))
        .findFirst();
  }

  /** The engine of an instance, if it can be the primary of a restore. */
  public static EngineChoice of(InstanceFacts instance) {
    PlanCheck refusal = refusalOf(instance);
    return new EngineChoice(refusal == null ? in(instance) : null, refusal);
  }

  private static PlanCheck refusalOf(InstanceFacts instance) {
    String id = instance.instance().instanceId();
    if (!"Primary".equals(instance.type())) {
      return PlanCheck.refusal(
          CHECK,
          "%s is not a primary instance (RDS: DBInstanceType %s)".formatted(id, instance.type()),
          ("restore the primary instance that it belongs to: aliyun rds DescribeDBInstanceAttribute"
                  + " --DBInstanceId %s names it as MasterInstanceId")
              .formatted(id));
    }
    String what = "%s is %s %s".formatted(id, instance.engine(), instance.engineVersion());
    return find(instance.engine())
        .map(engine -> engine.rules.refusalOf(instance, what))
        .orElseGet(() -> Optional.of(OtherEngines.refusalOf(instance.engine(), what)))
        .orElse(null);
  }
}
