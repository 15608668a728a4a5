package io.rdsrestore.worker.cli;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Who sits in front of the command, if anybody does. */
interface Person {

  /** Whether somebody can be asked; a script cannot. */
  boolean isThere();

  /**
   * What they answer to a question; empty if they close the input.
   *
   * @param ifStopped what they read who stop the command (Ctrl-C) instead of answering
   */
  Optional<String> ask(String question, String ifStopped);

  /** Whoever sits at the terminal that this process was started from. */
  @SuppressWarnings("SystemConsoleNull") // Before Java 22 it is; since then isTerminal tells.
  static Person atTheTerminal() {
    Console console = System.console();
    return new Person() {
      @Override
      public boolean isThere() {
        return console != null && isTerminal(console);
      }

      @Override
      public Optional<String> ask(String question, String ifStopped) {
        Thread lastWord = lastWord(ifStopped);
        Runtime.getRuntime().addShutdownHook(lastWord);
        // The console has an encoding of its own, which a shell over ssh may not tell.
        System.out.print(question);
        System.out.flush();
        Optional<String> answer = Optional.ofNullable(console.readLine());
        try {
          Runtime.getRuntime().removeShutdownHook(lastWord);
        } catch (IllegalStateException e) {
          // It was stopped, so that whatever came in is no answer.
          return Optional.empty();
        }
        return answer;
      }
    };
  }

  /** Not by the console, which belongs to whoever reads from it until they have. */
  private static Thread lastWord(String ifStopped) {
    PrintStream err = System.err;
    return new Thread(() -> err.printf("%n%s%n", ifStopped), "last-word");
  }

  /** Before Java 22 there is a console only where there is a terminal; since then it can tell. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Console.isTerminal cannot be asked", e);
    }
  }
}
