package dev.coracle.launcher.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Shells, and the scripts that complete our commands and options in them. */
public enum Completion {
  /** picocli writes bash itself. */
  BASH {
    @Override
    public String script(CommandSpec root) {
      return AutoComplete.bash(root.name(), root.commandLine());
    }
  },
  /** The script for bash loads zsh's emulation of bash's completion by itself. */
  ZSH {
    @Override
    public String script(CommandSpec root) {
      return BASH.script(root);
    }
  },
  /** One {@code complete} line for each command and option. */
  FISH {
    @Override
    public String script(CommandSpec root) {
      List<String> lines = new ArrayList<>();
      lines.add("complete -c %s -f".formatted(root.name()));
      String condition = "__fish_use_subcommand";
      root.subcommands()
          .forEach((name, command) -> lines.add(fish(root, condition, name, command)));
      words(root)
          .forEach(
              (path, command) -> {
                String last = path.substring(path.lastIndexOf(' ') + 1);
                String seen = "__fish_seen_subcommand_from " + last;
                command
                    .subcommands()
                    .forEach((name, sub) -> lines.add(fish(root, seen, name, sub)));
                options(command).forEach(it -> lines.add(fish(root, seen, it)));
              });
      return String.join("\n", new LinkedHashSet<>(lines)) + "\n";
    }
  },
  /** A native completer over a table of words. */
  POWERSHELL {
    @Override
    public String script(CommandSpec root) {
      StringBuilder table = new StringBuilder();
      words(root).forEach((path, command) -> table.append(row(path, command)));
      return """
      Register-ArgumentCompleter -Native -CommandName %s -ScriptBlock {
        param($wordToComplete, $commandAst, $cursorPosition)
        $words = @{
      %s  }
        $path = ''
        foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
          $next = ($path + ' ' + $element).Trim()
          if ($words.ContainsKey($next)) { $path = $next }
        }
        $words[$path] | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
          [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
        }
      }
      """
          .formatted(root.name(), table);
    }
  };

  /** The script for this shell. */
  public abstract String script(CommandSpec root);

  /** Every command by the words that lead to it; the empty text leads to the root. */
  private static Map<String, CommandSpec> words(CommandSpec root) {
    Map<String, CommandSpec> found = new LinkedHashMap<>();
    collect("", root, found);
    return found;
  }

  private static void collect(String path, CommandSpec command, Map<String, CommandSpec> found) {
    found.put(path, command);
    command
        .subcommands()
        .forEach((name, sub) -> collect((path + " " + name).strip(), sub.getCommandSpec(), found));
  }

  private static Collection<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  private static String fish(CommandSpec root, String condition, String name, CommandLine command) {
    String[] description = command.getCommandSpec().usageMessage().description();
    return "complete -c %s -n '%s' -a %s -d '%s'"
        .formatted(root.name(), condition, name, quoted(description));
  }

  private static String fish(CommandSpec root, String condition, OptionSpec option) {
    String names =
        Stream.of(option.names())
            .map(it -> it.startsWith("--") ? "-l " + it.substring(2) : "-s " + it.substring(1))
            .collect(Collectors.joining(" "));
    String value = option.arity().max() > 0 ? " -r" : "";
    return "complete -c %s -n '%s' %s%s -d '%s'"
        .formatted(root.name(), condition, names, value, quoted(option.description()));
  }

  private static String quoted(String... description) {
    return description.length == 0 ? "" : description[0].replace("'", "\\'").replace("$$", "$");
  }

  private static String row(String path, CommandSpec command) {
    Stream<String> words =
        Stream.concat(
            command.subcommands().keySet().stream(),
            options(command).stream().map(OptionSpec::longestName));
    return "    '%s' = @(%s)\n"
        .formatted(path, words.map(it -> "'" + it + "'").collect(Collectors.joining(", ")));
  }
}
