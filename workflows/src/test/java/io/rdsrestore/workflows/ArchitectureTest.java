package io.rdsrestore.workflows;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

/** Workflow code must replay: nothing in this module may depend on anything but its messages. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.rdsrestore.workflows");

  @Test
  void noCloudNoDatabaseNoNetworkNoFiles() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "com.aliyuncs..",
                "java.sql..",
                "javax.sql..",
                "java.net..",
                "java.nio.file..",
                "java.nio.channels..",
                "io.rdsrestore.activities..",
                "io.rdsrestore.worker..",
                "io.rdsrestore.sandbox.."));
  }

  @Test
  void noThreadsAndLocks() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(Thread.class.getName())
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Lock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executor.class));
  }

  @Test
  void noClocksRandomnessAndPlainLoggers() {
    check(
        noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.slf4j.LoggerFactory")
            .orShould()
            .callMethod(java.util.Collection.class, "parallelStream"));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
