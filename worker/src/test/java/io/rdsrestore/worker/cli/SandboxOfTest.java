package io.rdsrestore.worker.cli;

import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox without databases for each test, and credentials for it in the SDK's own place. */
final class SandboxOfTest implements BeforeEachCallback, AfterEachCallback {
  private static final String KEY = "alibabacloud.accessKeyId";
  private static final String SECRET = "alibabacloud.accessKeySecret";

  private final PrimarySpec.Builder primary;
  private Sandbox sandbox;

  SandboxOfTest(PrimarySpec.Builder primary) {
    this.primary = primary;
  }

  Sandbox now() {
    return sandbox;
  }

  /** From now on the SDK finds another one. */
  void forgetSecret() {
    System.setProperty(SECRET, "wrong");
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    System.setProperty(KEY, "sandbox");
    System.setProperty(SECRET, "sandbox-secret");
    sandbox = Sandbox.builder().samplePrimary(false).primary(primary.build()).build().start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    sandbox.close();
    System.clearProperty(KEY);
    System.clearProperty(SECRET);
  }
}
