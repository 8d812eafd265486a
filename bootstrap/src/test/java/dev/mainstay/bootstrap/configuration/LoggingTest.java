package dev.mainstay.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class LoggingTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void an_event_is_one_line_for_people() {
        configure(Map.of());

        assertThat(line("task_added id={}", 7))
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  \\[-] Planner task_added id=7\\R");
    }

    @Test
    void or_one_json_object() {
        configure(Map.of("LOG_FORMAT", "JSON "));

        assertThat(line("task_added id={}", 7))
                .startsWith("{")
                .endsWith("}\n")
                .contains("\"level\":\"INFO\"", "\"formattedMessage\":\"task_added id=7\"")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"DEBUG,DEBUG", "off,OFF", "loud,INFO"})
    void the_level_is_mainstays_and_that_of_others_stays(String set, String level) {
        configure(Map.of("LOG_LEVEL", set));

        assertThat(context.getLogger("dev.mainstay").getEffectiveLevel()).isEqualTo(Level.valueOf(level));
        assertThat(context.getLogger("io.lettuce.core").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(context.getLogger("org.flywaydb.core.internal.command.DbMigrate")
                        .getEffectiveLevel())
                .isEqualTo(Level.ERROR);
    }

    @Test
    void a_file_of_the_operators_comes_first() {
        System.setProperty(ClassicConstants.CONFIG_FILE_PROPERTY, "mine.xml");
        try {
            assertThat(configure(Map.of())).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
            assertThat(root().iteratorForAppenders()).isExhausted();
        } finally {
            System.clearProperty(ClassicConstants.CONFIG_FILE_PROPERTY);
        }
    }

    @Test
    void logback_finds_it() {
        assertThat(ServiceLoader.load(Configurator.class)).singleElement().isInstanceOf(Logging.class);
        assertThat(((LoggerContext) LoggerFactory.getILoggerFactory())
                        .getLogger("io.lettuce")
                        .getLevel())
                .isEqualTo(Level.WARN);
    }

    private ExecutionStatus configure(Map<String, String> environment) {
        context.setMDCAdapter(new LogbackMDCAdapter());
        return new Logging(environment).configure(context);
    }

    private Logger root() {
        return context.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private String line(String message, Object... arguments) {
        var console = (ConsoleAppender<ILoggingEvent>) root().getAppender("OUT");
        var event =
                new LoggingEvent("", context.getLogger("dev.mainstay.Planner"), Level.INFO, message, null, arguments);
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
