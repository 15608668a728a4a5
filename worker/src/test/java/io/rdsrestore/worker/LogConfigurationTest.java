package io.rdsrestore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import org.junit.jupiter.api.Test;

/** What a worker logs in production. */
class LogConfigurationTest {
  /** The SDK logs each refusal as a failed workflow, with its exception. */
  private static final String OF_THE_SDK = "io.temporal.internal.sync.WorkflowExecutionHandler";

  @Test
  void whatIsRefusedIsSaidByUsAloneInOneLine() throws JoranException, ClassNotFoundException {
    LoggerContext context = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogConfigurationTest.class.getResource("/logback.xml"));

    assertThat(Class.forName(OF_THE_SDK, false, getClass().getClassLoader())).isNotNull();
    assertThat(context.getLogger(OF_THE_SDK).getEffectiveLevel()).isEqualTo(Level.ERROR);
    assertThat(context.getLogger("io.temporal.worker").getEffectiveLevel()).isEqualTo(Level.WARN);
    assertThat(
            context.getLogger("io.rdsrestore.workflows.restore.DecisionDesk").getEffectiveLevel())
        .isEqualTo(Level.INFO);
  }
}
