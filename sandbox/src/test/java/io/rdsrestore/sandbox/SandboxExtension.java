package io.rdsrestore.sandbox;

import io.rdsrestore.sandbox.admin.FaultsJson;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes what {@link WithSandbox} promises. */
final class SandboxExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(SandboxExtension.class);

  /** What a test can ask for; the store closes it after the test. */
  private record World(Sandbox sandbox, Cloud cloud, Admin admin) implements AutoCloseable {
    static World begin(WithSandbox wanted) {
      SandboxVariants variants = SandboxVariants.defaults();
      variants.set(pairs(wanted.variants()));
      SandboxBuilder builder =
          Sandbox.builder()
              .accessKey(Cloud.ID, Cloud.SECRET)
              .timings(SandboxTimings.instant())
              .variants(variants)
              .faults(FaultsJson.parse(wanted.faults()));
      if (wanted.faultSeed() != 0) {
        builder.faultSeed(wanted.faultSeed());
      }
      Sandbox sandbox = builder.build().start();
      return new World(sandbox, new Cloud(sandbox), new Admin(sandbox));
    }

    private static Map<String, String> pairs(String[] variants) {
      return Arrays.stream(variants)
          .map(pair -> pair.split("=", 2))
          .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    @Override
    public void close() {
      sandbox.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == Sandbox.class || type == Cloud.class || type == Admin.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    World world =
        test.getStore(SPACE)
            .computeIfAbsent(World.class, unused -> World.begin(wanted(test)), World.class);
    Class<?> type = parameter.getParameter().getType();
    return type == Sandbox.class
        ? world.sandbox()
        : type == Cloud.class ? world.cloud() : world.admin();
  }

  private static WithSandbox wanted(ExtensionContext test) {
    Optional<WithSandbox> ofMethod =
        AnnotationSupport.findAnnotation(test.getElement(), WithSandbox.class);
    return ofMethod.orElseGet(
        () ->
            AnnotationSupport.findAnnotation(test.getRequiredTestClass(), WithSandbox.class)
                .orElseThrow());
  }
}
