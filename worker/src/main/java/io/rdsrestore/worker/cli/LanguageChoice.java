package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which language a command speaks: what {@code --language} says, else the environment's {@value
 * #VARIABLE}, else that of the terminal (LC_ALL, LC_MESSAGES, LANG), else English. It is asked
 * before the command line is parsed, since what is wrong with that is said in it, too.
 */
public final class LanguageChoice implements ITypeConverter<Language> {
  /** Environment variable. */
  public static final String VARIABLE = "RDS_RESTORE_LANGUAGE";

  private static final String OPTION = "--language";

  /** For arguments and an environment. */
  public static Language of(List<String> arguments, Map<String, String> environment) {
    return said(arguments)
        .or(() -> Optional.ofNullable(environment.get(VARIABLE)).flatMap(LanguageChoice::named))
        .orElseGet(() -> ofTerminal(environment));
  }

  private static Optional<Language> said(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(OPTION + "=")) {
        return named(argument.substring(OPTION.length() + 1));
      }
      if (argument.equals(OPTION) && i + 1 < arguments.size()) {
        return named(arguments.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** The first of them that is set counts, as in every program. */
  private static Language ofTerminal(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("zh"))
        .map(value -> Language.ZH)
        .orElse(Language.EN);
  }

  private static Optional<Language> named(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "zh", "zh-cn", "zh_cn" -> Optional.of(Language.ZH);
      case "en" -> Optional.of(Language.EN);
      default -> Optional.empty();
    };
  }

  @Override
  public Language convert(String word) {
    return named(word)
        .orElseThrow(() -> new TypeConversionException("it is en or zh, not '%s'".formatted(word)));
  }
}
