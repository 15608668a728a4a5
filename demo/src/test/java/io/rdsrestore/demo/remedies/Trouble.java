package io.rdsrestore.demo.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import java.util.function.Consumer;

/**
 * Something that makes a precheck item fail, and the way out that the gate names.
 *
 * @param item which item DTS then says has failed
 * @param happens what somebody does
 * @param cause what the gate has to say of it
 * @param mend does what the gate says, and nothing else; the precheck then runs again
 */
record Trouble(String item, Consumer<Scene> happens, String cause, Mend mend) {

  /** A way out. */
  @FunctionalInterface
  interface Mend {
    void apply(Scene scene, Gate gate, GateItem item);
  }

  /** The one command of the gate that holds a text, pasted; then a retry. */
  static Mend paste(String text) {
    return (scene, gate, item) -> {
      assertThat(item.commands()).filteredOn(command -> command.contains(text)).isNotEmpty();
      item.commands().stream()
          .filter(command -> command.contains(text))
          .forEach(scene.engineer()::paste);
      scene.retry(gate.gate());
    };
  }

  /** The gate says in words what to do where no command can be given; done, then a retry. */
  static Mend doWhatItSays(String words, Consumer<Scene> deed) {
    return (scene, gate, item) -> {
      assertThat(item.remedy()).contains(words);
      deed.accept(scene);
      scene.retry(gate.gate());
    };
  }

  /** The gate says that a retry mends it. */
  static Mend retry(String words) {
    return doWhatItSays(words, scene -> {});
  }

  /** The gate says that the item may be skipped. */
  static Mend skip(String words) {
    return (scene, gate, item) -> {
      assertThat(item.remedy()).contains(words);
      assertThat(item.canSkip()).isTrue();
      scene.skip(gate.gate(), item);
    };
  }
}
