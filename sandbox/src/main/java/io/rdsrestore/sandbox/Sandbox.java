package io.rdsrestore.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.rdsrestore.sandbox.admin.AdminServer;
import io.rdsrestore.sandbox.billing.Ledger;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.sandbox.dataplane.DataPlane;
import io.rdsrestore.sandbox.dataplane.SampleFacts;
import io.rdsrestore.sandbox.dts.DtsApi;
import io.rdsrestore.sandbox.dts.DtsContext;
import io.rdsrestore.sandbox.dts.DtsNetwork;
import io.rdsrestore.sandbox.http.ActionHandler;
import io.rdsrestore.sandbox.http.ApiServer;
import io.rdsrestore.sandbox.http.CallLog;
import io.rdsrestore.sandbox.http.Disguise;
import io.rdsrestore.sandbox.http.Dispatcher;
import io.rdsrestore.sandbox.http.Faults;
import io.rdsrestore.sandbox.http.Product;
import io.rdsrestore.sandbox.http.RequestVerifier;
import io.rdsrestore.sandbox.memory.ControlPlaneOnly;
import io.rdsrestore.sandbox.rds.Ids;
import io.rdsrestore.sandbox.rds.Instance;
import io.rdsrestore.sandbox.rds.InstanceCondition;
import io.rdsrestore.sandbox.rds.Instances;
import io.rdsrestore.sandbox.rds.RdsApi;
import io.rdsrestore.sandbox.rds.RdsContext;
import io.rdsrestore.sandbox.settings.BackupSpec;
import io.rdsrestore.sandbox.settings.ForeignJob;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.time.BusyTimes;
import io.rdsrestore.sandbox.time.SandboxScheduler;
import io.rdsrestore.sandbox.time.TimerScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A local Alibaba Cloud with RDS and DTS, on loopback. */
public final class Sandbox implements AutoCloseable {
  public static final String SAMPLE_PRIMARY = "rm-primary01";
  public static final String REGION = "cn-hangzhou";

  private static final Logger log = LoggerFactory.getLogger(Sandbox.class);
  private static final int BACKLOG = 512;

  private final Object lock = new Object();
  private final SandboxBuilder setup;
  private final ControlPlaneOnly memory;
  private final DataPlane dataPlane;
  private final Faults faults = new Faults();
  private final SandboxVariants variants;
  private final CallLog calls = new CallLog();
  private final BusyTimes busy = new BusyTimes();
  private final Ledger ledger;
  private final ExecutorService threads = Executors.newCachedThreadPool(daemons());
  private TimerScheduler timer;
  private Dispatcher dispatcher;
  private HttpServer server;
  private Instances instances;
  private DtsApi dts;

  Sandbox(SandboxBuilder setup) {
    this.setup = setup;
    variants = setup.variants.copy();
    memory = new ControlPlaneOnly(setup.clock);
    dataPlane = setup.dataPlane == null ? memory : new RoutedDataPlane(memory, setup.dataPlane);
    ledger = new Ledger(setup.restoreMark);
    setup.faults.forEach(faults::add);
    if (setup.randomFaults != null) {
      log.info("Faults by chance: {}", setup.randomFaults);
      faults.setRandom(setup.randomFaults);
    }
  }

  public static SandboxBuilder builder() {
    return new SandboxBuilder();
  }

  /** Makes the instances and opens the port. Blocks until all is ready. */
  public Sandbox start() {
    // Without servers nothing blocks, and no thread means no waiting for one.
    Executor workers = setup.dataPlane == null ? Runnable::run : threads;
    Ids ids = new Ids(setup.seed);
    RdsApi rds =
        new RdsApi(
            new RdsContext(
                setup.clock,
                setup.timings,
                variants,
                dataPlane,
                (id, instant) ->
                    memory.holds(id) ? memory.tablesAt(id, instant) : setup.backupLists,
                ledger,
                ids,
                workers,
                busy));
    instances = rds.instances();
    dts =
        new DtsApi(
            new DtsContext(
                REGION,
                setup.clock,
                scheduler(),
                setup.timings,
                variants,
                dataPlane,
                rds.instances(),
                ledger,
                ids,
                faults,
                workers,
                lock,
                busy,
                id -> rds.letIn(id, DtsNetwork.VPC)));
    for (PrimarySpec spec : setup.primaries) {
      memory.addPrimary(spec);
      rds.addPrimary(spec);
    }
    if (setup.samplePrimary) {
      rds.addPrimary(sample(dataPlane.startSamplePrimary(SAMPLE_PRIMARY), setup.sampleReplicas));
    }
    Disguise disguise = new Disguise(faults, setup.clock);
    dispatcher =
        new Dispatcher(
            new RequestVerifier(setup.accessKey, InstantSource.system()),
            Map.of(
                Product.RDS,
                oneAtATime(disguise.over(rds.actions())),
                Product.DTS,
                oneAtATime(dts.inItsForm(disguise.over(dts.actions())))),
            faults,
            calls,
            setup.clock);
    open();
    return this;
  }

  /** For example {@code http://127.0.0.1:8600}. */
  public String endpoint() {
    return "http://" + hostAndPort();
  }

  /** As the SDKs want it: without a scheme. */
  public String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  public List<LedgerEntry> ledger() {
    return ledger.entries();
  }

  public CallLog calls() {
    return calls;
  }

  /** When the cloud kept its user waiting. */
  public BusyTimes busy() {
    return busy;
  }

  public Faults faults() {
    return faults;
  }

  /** What the documents leave open, as it is now; can be changed. */
  public SandboxVariants variants() {
    return variants;
  }

  /** The databases of the sample primary and its clones. */
  public DataPlane dataPlane() {
    return dataPlane;
  }

  /**
   * What an instance goes through, to be looked at and set.
   *
   * @throws IllegalArgumentException if there is no such instance
   */
  public InstanceCondition condition(String instanceId) {
    return findCondition(instanceId)
        .orElseThrow(() -> new IllegalArgumentException("there is no instance " + instanceId));
  }

  /** Makes DTS show a job of somebody else, in {@link #REGION}. */
  public void foreignJob(ForeignJob job) {
    synchronized (lock) {
      dts.add(job);
    }
  }

  private Optional<InstanceCondition> findCondition(String instanceId) {
    synchronized (lock) {
      return instances.find(instanceId).map(Instance::condition);
    }
  }

  /** What stands in for databases where there are none. */
  public ControlPlaneOnly memory() {
    return memory;
  }

  @Override
  public void close() {
    if (dispatcher != null) {
      dispatcher.close();
    }
    if (server != null) {
      server.stop(0);
    }
    if (timer != null) {
      timer.close();
    }
    threads.shutdownNow();
    dataPlane.close();
  }

  private SandboxScheduler scheduler() {
    if (setup.scheduler != null) {
      return setup.scheduler;
    }
    timer = new TimerScheduler(setup.clock);
    return timer;
  }

  private static PrimarySpec sample(SampleFacts facts, List<String> replicas) {
    PrimarySpec.Builder spec =
        PrimarySpec.mysql(SAMPLE_PRIMARY)
            .region(REGION)
            .engine("MySQL", facts.engineVersion())
            .description("sample primary")
            .windowBegin(facts.historyBegin());
    replicas.forEach(spec::replica);
    facts
        .backups()
        .forEach(
            point ->
                spec.backup(
                    new BackupSpec(
                        point.backupId(),
                        point.consistentAt(),
                        point.sizeBytes(),
                        "Success",
                        true)));
    return spec.build();
  }

  private Map<String, ActionHandler> oneAtATime(Map<String, ActionHandler> actions) {
    Map<String, ActionHandler> locked = new TreeMap<>(actions);
    locked.replaceAll(
        (name, handler) ->
            call -> {
              synchronized (lock) {
                return handler.handle(call);
              }
            });
    return locked;
  }

  private void open() {
    // Else headers and body go out as two packets, and each answer waits for a delayed ACK.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(loopback, setup.port), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + setup.port, e);
    }
    server.createContext("/", new ApiServer(dispatcher));
    server.createContext(
        "/sandbox/",
        new AdminServer(faults, variants, ledger, calls, this::findCondition, this::foreignJob));
    server.setExecutor(threads);
    server.start();
  }

  private static ThreadFactory daemons() {
    return task -> {
      Thread thread = new Thread(task, "sandbox");
      thread.setDaemon(true);
      return thread;
    };
  }
}
