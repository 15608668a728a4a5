package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.language.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The pages of {@code --help} in another language: picocli takes them from a resource bundle. */
public final class SpokenHelp {
  private final Speaker speaker;

  private SpokenHelp(Speaker speaker) {
    this.speaker = speaker;
  }

  /** Says the help of a command and of all below it in the language of a speaker. */
  public static void say(CommandLine command, Speaker speaker) {
    if (speaker.language() != Language.EN) {
      new SpokenHelp(speaker).page(command.getCommandSpec());
    }
  }

  private void page(CommandSpec spec) {
    UsageMessageSpec usage = spec.usageMessage();
    usage.header(lines(usage.header()));
    usage.description(lines(usage.description()));
    usage.footer(lines(usage.footer()));
    usage.synopsisHeading(speaker.text("Usage:") + " ");
    if (!spec.subcommands().isEmpty()) {
      usage.commandListHeading("%n" + speaker.text("Commands:") + "%n");
    }
    Map<String, String> keys = new LinkedHashMap<>();
    spec.args().forEach(argument -> argument(argument, keys));
    spec.resourceBundle(new Spoken(keys));
    spec.subcommands().values().forEach(sub -> page(sub.getCommandSpec()));
  }

  private void argument(ArgSpec argument, Map<String, String> keys) {
    List<String> said = Arrays.stream(argument.description()).map(speaker::text).toList();
    List<String> names = new ArrayList<>();
    if (argument instanceof OptionSpec option) {
      Stream.of(option.names()).map(name -> name.replaceFirst("^-+", "")).forEach(names::add);
    } else if (argument instanceof PositionalParamSpec positional) {
      names.add(positional.paramLabel() + "[" + positional.index() + "]");
    }
    for (String name : names) {
      for (int i = 0; i < said.size(); i++) {
        keys.put(name + "." + i, said.get(i));
      }
    }
  }

  private String[] lines(String[] lines) {
    return Arrays.stream(lines).map(speaker::line).toArray(String[]::new);
  }

  private static final class Spoken extends ResourceBundle {
    private final Map<String, String> texts;

    Spoken(Map<String, String> texts) {
      this.texts = texts;
    }

    @Override
    protected Object handleGetObject(String key) {
      return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.enumeration(texts.keySet());
    }
  }
}
