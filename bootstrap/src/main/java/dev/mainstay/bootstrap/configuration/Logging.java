package dev.mainstay.bootstrap.configuration;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import java.util.Map;

/**
 * One line per event for people; {@code LOG_FORMAT=json} gives one JSON object per line. Logback finds it as a service. In Java, for reading
 * XML was a twentieth of what the starting thread did; where {@code -Dlogback.configurationFile} names a file, that says everything instead.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    static final String FORMAT = "LOG_FORMAT";
    static final String LEVEL = "LOG_LEVEL";
    static final List<String> FORMATS = List.of("text", "json");
    static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");

    /** Of others, what an operator can do something about. */
    private static final Map<String, Level> OTHERS = Map.of(
            "io.micronaut",
            Level.WARN,
            // It says only that it could not start; main says why, in one sentence where that is enough.
            "io.micronaut.http.server.netty.NettyHttpServer",
            Level.OFF,
            "org.flywaydb",
            Level.WARN,
            // Its advice to upgrade Flyway for PostgreSQL 18: the migrations run on 18 in every test.
            "org.flywaydb.core.internal.database.base.Database",
            Level.ERROR,
            // Its warning at each start that numbers may come out of order, which they do: each feature counts for
            // itself.
            "org.flywaydb.core.internal.command.DbMigrate",
            Level.ERROR,
            "io.zonky",
            Level.WARN,
            "com.zaxxer.hikari",
            Level.WARN,
            "io.lettuce",
            Level.WARN);

    private final Variables variables;

    /** As the process' environment says. */
    public Logging() {
        this(System.getenv());
    }

    /** @param environment of which it reads two variables; what {@link Settings} will refuse counts as not set */
    Logging(Map<String, String> environment) {
        this.variables = new Variables(environment);
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(variables
                .text(LEVEL)
                .map(level -> Level.toLevel(level, Level.INFO))
                .orElse(Level.INFO));
        boolean json = variables.text(FORMAT).filter("json"::equalsIgnoreCase).isPresent();
        root.addAppender(console(context, json ? json() : text()));
        OTHERS.forEach((name, level) -> context.getLogger(name).setLevel(level));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context, EncoderBase<ILoggingEvent> encoder) {
        encoder.setContext(context);
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setName("OUT");
        console.setContext(context);
        console.setEncoder(encoder);
        console.start();
        return console;
    }

    private static EncoderBase<ILoggingEvent> text() {
        var text = new PatternLayoutEncoder();
        text.setPattern("%d{HH:mm:ss.SSS} %-5level [%X{request:--}] %logger{0} %msg%n");
        return text;
    }

    private static EncoderBase<ILoggingEvent> json() {
        var json = new JsonEncoder();
        json.setWithFormattedMessage(true);
        json.setWithMessage(false);
        json.setWithArguments(false);
        json.setWithSequenceNumber(false);
        json.setWithNanoseconds(false);
        json.setWithContext(false);
        return json;
    }
}
