package dev.mainstay.http.live;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What would wake an operator: everything that is logged as a warning or an error, by anybody, until it is closed. */
final class RecordedLog implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<String> alarms = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                alarms.add(event.toString());
            }
        }
    };

    RecordedLog() {
        appender.start();
        root.addAppender(appender);
    }

    List<String> alarms() {
        return alarms;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
    }
}
