package dev.mainstay.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.bootstrap.configuration.Misconfigured;
import dev.mainstay.bootstrap.configuration.Settings;
import dev.mainstay.bootstrap.demo.Demo;
import dev.mainstay.bootstrap.demo.Demo.Logins;
import dev.mainstay.bootstrap.ground.Pool;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.BindException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running instance: databases, migrations, features, HTTP; stopped in the opposite order. */
public final class Mainstay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Mainstay.class);

    private final Lifecycle lifecycle;
    private final ApplicationContext context;
    private final int port;
    private final Optional<Logins> demo;

    private Mainstay(Lifecycle lifecycle, ApplicationContext context, int port, Optional<Logins> demo) {
        this.demo = demo;
        this.lifecycle = lifecycle;
        this.context = context;
        this.port = port;
    }

    /** Starts as the environment says and runs until the process is asked to stop (SIGTERM, Ctrl-C). */
    public static void main(String[] arguments) throws InterruptedException {
        var lifecycle = new Lifecycle();
        Runtime.getRuntime().addShutdownHook(new Thread(lifecycle::close, "shutdown"));
        try {
            Mainstay running = start(System.getenv(), lifecycle);
            System.out.println(Banner.of(running));
            running.stopWithParent();
        } catch (RuntimeException | Error failure) { // Left alone, an error would end this thread and nothing else.
            explain(failure);
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    /** In one sentence, if somebody only has to set something right; a factory's complaint comes wrapped. */
    private static void explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Misconfigured || cause instanceof ConversionErrorException) {
                System.err.println(cause.getMessage());
                return;
            }
        }
        log.error("start_failed", failure);
    }

    /**
     * Starts an instance in this process.
     *
     * @param environment what would be its environment variables
     * @throws Misconfigured if it cannot start so; nothing is left running
     */
    public static Mainstay start(Map<String, String> environment) {
        var lifecycle = new Lifecycle();
        try {
            return start(environment, lifecycle);
        } catch (RuntimeException | Error failure) {
            lifecycle.close();
            throw failure;
        }
    }

    private static Mainstay start(Map<String, String> environment, Lifecycle lifecycle) {
        Settings settings = Settings.from(environment);
        Connections connections = Connections.open(settings, lifecycle);
        ApplicationContext context = prepare(environment, settings, connections, lifecycle);
        lifecycle.stopLater("context", context);
        context.start();
        Optional<Logins> demo =
                connections.home().flatMap(home -> context.findBean(Demo.class).flatMap(data -> data.fill(home)));
        int port = listen(context.getBean(EmbeddedServer.class), settings.port());
        lifecycle.stopLater("requests", () -> finishRequests(context, settings.shutdownGraceSeconds()));
        return new Mainstay(lifecycle, context, port, demo);
    }

    /** Reads what there is to wire while the schema is brought up to date: each keeps one processor busy for a tenth of a second. */
    private static ApplicationContext prepare(
            Map<String, String> environment, Settings settings, Connections connections, Lifecycle lifecycle) {
        var opening = new FutureTask<>(() -> Pool.open(
                connections.database(),
                settings.databasePoolSize(),
                settings.coherence().idleTransaction()));
        Thread.ofPlatform().name("schema").start(opening);
        ApplicationContext context;
        HikariDataSource pool;
        try {
            context = Wiring.context(environment, settings, connections);
        } finally {
            pool = lifecycle.started("pool", opened(opening));
        }
        return context.registerSingleton(HikariDataSource.class, pool);
    }

    private static HikariDataSource opened(Future<HikariDataSource> opening) {
        try {
            return opening.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the start", interrupted);
        }
    }

    private static int listen(EmbeddedServer server, int port) {
        try {
            return server.start().getPort();
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (isPortTaken(cause)) {
                    throw new Misconfigured(
                            "Port " + port + " is in use; stop what listens there, or set PORT to another.", failure);
                }
            }
            throw failure;
        }
    }

    /** The JDK's sockets have an exception of their own for it, Linux's own have but its text. */
    private static boolean isPortTaken(Throwable cause) {
        return cause instanceof BindException
                || (cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("Address already in use"));
    }

    /**
     * Clients that stay connected are told to go first: the server, stopping, cuts whatever connection has no request on it. Then it
     * listens no more and finishes what it was asked.
     */
    private static void finishRequests(ApplicationContext context, int seconds)
            throws InterruptedException, ExecutionException {
        var server = context.getBean(NettyEmbeddedServer.class);
        var connected =
                context.getBeansOfType(GracefulShutdownCapable.class).stream().filter(part -> part != server);
        try {
            GracefulShutdownCapable.shutdownAll(connected)
                    .thenCompose(gone -> server.shutdownGracefully())
                    .toCompletableFuture()
                    .get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException tooLong) {
            log.warn("shutdown_grace_over seconds={}", seconds);
        }
    }

    /** For {@code mvn -Prun}: Maven, killed, leaves its child alone with the port. */
    @SuppressWarnings("SystemExitOutsideMain") // The other end of main.
    private void stopWithParent() {
        if (context.getBean(Settings.class).stopsWithParent()) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> Thread.ofVirtual().start(() -> {
                        parent.onExit().join();
                        System.exit(0);
                    }));
        }
    }

    /** Where HTTP is served. */
    public int port() {
        return port;
    }

    /** Whom one can log in as, where demo data was asked for. */
    Optional<Logins> demo() {
        return demo;
    }

    /** The wiring, for tests and for the demo data. */
    public ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        lifecycle.close();
    }
}
