package dev.coracle.launcher.host;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;

/**
 * The log: a file that is rotated, and nothing on the console, which belongs to the user. Set up in
 * code, since reading logback's XML would be a good part of a short command's time, and only when
 * something is first logged.
 */
public final class LogFile extends ContextAwareBase implements Configurator {

  private static final String PROPERTY = "coracle.log";
  private static final String PATTERN = "%d{ISO8601} %-5level %logger{20} %msg%n";
  private static final FileSize LARGEST = FileSize.valueOf("5MB");

  /** Made by logback. */
  public LogFile() {}

  /** From now on what is logged goes to a file in this folder; without this it goes nowhere. */
  public static Path in(Path folder) {
    Path file = folder.resolve("coracle.log");
    System.setProperty(PROPERTY, file.toString());
    return file;
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    String file = System.getProperty(PROPERTY);
    if (file == null) {
      root.setLevel(Level.OFF);
    } else {
      root.setLevel(Level.WARN);
      context.getLogger("dev.coracle").setLevel(Level.INFO);
      root.addAppender(appender(context, file));
    }
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, String file) {
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(file);
    appender.setEncoder(encoder(context));
    appender.setTriggeringPolicy(trigger(context));
    appender.setRollingPolicy(rolling(context, file, appender));
    appender.start();
    return appender;
  }

  private static PatternLayoutEncoder encoder(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    return encoder;
  }

  private static SizeBasedTriggeringPolicy<ILoggingEvent> trigger(LoggerContext context) {
    SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
    trigger.setContext(context);
    trigger.setMaxFileSize(LARGEST);
    trigger.start();
    return trigger;
  }

  private static FixedWindowRollingPolicy rolling(
      LoggerContext context, String file, RollingFileAppender<ILoggingEvent> appender) {
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMinIndex(1);
    rolling.setMaxIndex(3);
    rolling.start();
    return rolling;
  }
}
