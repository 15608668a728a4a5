package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A gate for people: why, what failed, what can be done, with the commands. */
final class GateText {
  private final Times times;

  GateText(Times times) {
    this.times = times;
  }

  List<String> lines(Gate gate) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(gate));
    lines.add("  gate %s%s".formatted(gate.gate(), when(gate)));
    if (gate.reminder() != null) {
      lines.add("  " + gate.reminder());
    }
    for (GateItem item : Lists.of(gate.items())) {
      lines.add(Seam.then("  - ", item(item)));
      if (item.remedy() != null) {
        lines.add(Seam.colon("    remedy", item.remedy()));
      }
      Lists.of(item.commands()).forEach(command -> lines.add("      " + command));
    }
    lines.add("  What can be decided, each by any one of its commands:");
    for (Choice choice : Lists.of(gate.choices())) {
      lines.add(Seam.colon("  * " + choice.action().word(), choice.leadsTo()));
      commandsFor(choice, gate).forEach(command -> lines.add("      " + command));
    }
    return lines;
  }

  /** That somebody is waited for, and why. */
  static String headline(Gate gate) {
    return Seam.colon("A person is waited for", gate.reason());
  }

  /** What is wrong with what. */
  static String item(GateItem item) {
    String said = Seam.colon(item.name(), item.message());
    return item.canSkip() ? Seam.then(said, " (can be skipped)") : said;
  }

  /** The one of our own command line; empty where a gate prints none. */
  static Optional<String> ownCommand(Choice choice, Gate gate) {
    return commandsFor(choice, gate).stream()
        .filter(command -> command.startsWith("./rds-restore "))
        .findFirst();
  }

  /** A gate lists as many commands for each choice, in the order of the choices. */
  private static List<String> commandsFor(Choice choice, Gate gate) {
    List<String> commands = Lists.of(gate.commands());
    int each = commands.size() / gate.choices().size();
    int first = gate.choices().indexOf(choice) * each;
    return commands.subList(first, first + each);
  }

  private String when(Gate gate) {
    String since = gate.since() == null ? "" : ", since " + times.moment(gate.since());
    return gate.deadline() == null
        ? since
        : since + ", ends the restore by itself at " + times.moment(gate.deadline());
  }
}
