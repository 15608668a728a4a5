package io.rdsrestore.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** One way to read the dependencies: workflows, then activities, then worker; sandbox alone. */
class HouseTest {
  private static final String ROOT = "io.rdsrestore.";
  private static final String WORKFLOWS = ROOT + "workflows..";
  private static final String ACTIVITIES = ROOT + "activities..";
  private static final String WORKER = ROOT + "worker..";
  private static final String SANDBOX = ROOT + "sandbox..";
  private static final String DEMO = ROOT + "demo..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.rdsrestore");

  @Test
  void workflowsUseNoneOfTheOthers() {
    check(
        neverFrom(
            WORKFLOWS,
            ACTIVITIES,
            WORKER,
            SANDBOX,
            DEMO,
            "com.aliyuncs..",
            "java.sql..",
            "picocli..",
            "io.micrometer.."));
  }

  @Test
  void activitiesUseWorkflowsOnly() {
    check(
        neverFrom(
            ACTIVITIES,
            WORKER,
            SANDBOX,
            DEMO,
            "picocli..",
            "io.micrometer..",
            "io.temporal.worker..",
            "io.temporal.workflow.."));
  }

  /**
   * But for the heartbeat: what it throws is in the client's package, and a note that has to be
   * with the server before the next line (I1) goes by the context's own client, as the SDK saves up
   * any but the first.
   */
  @Test
  void activitiesUseNoTemporalClient() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ACTIVITIES)
            .and()
            .doNotHaveSimpleName("Attempt")
            .and()
            .doNotHaveSimpleName("Pulse")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.temporal.client.."));
  }

  @Test
  void theWorkerUsesNeitherSandboxNorDemoNorAnyDatabase() {
    check(
        neverFrom(WORKER, SANDBOX, DEMO, "java.sql..", "com.aliyuncs.rds..", "com.aliyuncs.dts.."));
  }

  @Test
  void theSandboxUsesNoneOfTheOthers() {
    check(
        neverFrom(SANDBOX, WORKFLOWS, ACTIVITIES, WORKER, DEMO, "io.temporal..", "com.aliyuncs.."));
  }

  private static ArchRule neverFrom(String module, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
