package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.http.ActionHandler;
import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.SuccessFalse;
import io.rdsrestore.sandbox.settings.ForeignJob;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** All DTS actions of the sandbox. Not safe for threads: one call at a time. */
public final class DtsApi {
  private final DtsContext context;
  private final ForeignJobs foreign;

  public DtsApi(DtsContext context) {
    this.context = context;
    foreign = new ForeignJobs(context.clock().instant(), context.region());
  }

  /** Adds a job of somebody else. */
  public void add(ForeignJob job) {
    foreign.add(job);
  }

  public Map<String, ActionHandler> actions() {
    JobMachine machine = new JobMachine(context);
    Jobs jobs = new Jobs(machine, foreign);
    ConfigureActions configure = new ConfigureActions(context, jobs);
    PurchaseActions purchase = new PurchaseActions(context, jobs, machine);
    RunActions run = new RunActions(context, jobs, machine);
    DescribeActions describe = new DescribeActions(context, jobs, foreign, machine);
    Map<String, ActionHandler> actions =
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("WhiteIpList", describe::whiteIpList),
                Map.entry("DescribeDTSIP", describe::dtsIp),
                Map.entry("ConfigureDtsJob", configure::configure),
                Map.entry("CreateDtsInstance", purchase::create),
                Map.entry("StartDtsJob", run::start),
                Map.entry("SuspendDtsJob", run::suspend),
                Map.entry("StopDtsJob", run::stop),
                Map.entry("DeleteDtsJob", run::delete),
                Map.entry("ModifyDynamicConfig", run::limit),
                Map.entry("SkipPreCheck", run::skip),
                Map.entry("DescribePreCheckStatus", describe::precheck),
                Map.entry("DescribeDtsJobs", describe::jobs),
                Map.entry("DescribeDtsJobDetail", describe::detail)));
    return actions;
  }

  /** The same actions, answering in the form that DTS is said to have. */
  public Map<String, ActionHandler> inItsForm(Map<String, ActionHandler> actions) {
    Map<String, ActionHandler> formed = new TreeMap<>(actions);
    formed.replaceAll((name, handler) -> call -> formed(handler, call));
    return formed;
  }

  private Map<String, Object> formed(ActionHandler handler, ApiCall call) {
    SandboxVariants variants = context.variants();
    Map<String, Object> body;
    try {
      body = new LinkedHashMap<>(handler.handle(call));
    } catch (ApiException e) {
      if (!variants.is(Variant.dtsRefusesBySuccessFalse)) {
        throw e;
      }
      body = SuccessFalse.body(e);
    }
    String form = variants.text(Variant.success);
    body.computeIfPresent(
        "Success",
        (name, value) ->
            switch (form) {
              case "string" -> value.toString();
              case "boolean" -> Boolean.valueOf(value.toString());
              default -> value;
            });
    return body;
  }
}
