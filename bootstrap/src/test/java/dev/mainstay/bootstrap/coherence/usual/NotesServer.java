package dev.mainstay.bootstrap.coherence.usual;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The notes as a process of their own; the environment's {@code NOTES_CACHE} says how they are cached. */
public final class NotesServer {

    /** How many notes there are, numbered from 1. */
    static final int NOTES = 12;

    /** How many seconds a note lies in the cache. */
    static final long TTL = 300;

    private NotesServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        ApplicationContext context = new WithoutMainstay()
                .deduceEnvironment(false)
                .banner(false)
                .properties(Map.of(
                        "micronaut.server.port",
                        System.getenv("PORT"),
                        Notes.KIND,
                        System.getenv("NOTES_CACHE"),
                        "redis.enabled",
                        true,
                        "redis.uri",
                        System.getenv("REDIS_URL") + "?timeout=1s",
                        "redis.caches.notes.expire-after-write",
                        TTL + "s"))
                .start();
        context.getBean(EmbeddedServer.class).start();
        stopWithParent();
        new CountDownLatch(1).await();
    }

    @SuppressWarnings("SystemExitOutsideMain") // The other end of main.
    private static void stopWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> Thread.ofVirtual().start(() -> {
                    parent.onExit().join();
                    System.exit(0);
                }));
    }

    /** The class path of the tests holds Mainstay's beans as well. */
    private static final class WithoutMainstay extends DefaultApplicationContextBuilder {

        private static final String OURS = NotesServer.class.getPackageName();

        @Override
        @SuppressWarnings({"rawtypes", "overrides"}) // As what it extends is written.
        protected DefaultApplicationContext newApplicationContext() {
            return new DefaultApplicationContext(this) {
                @Override
                protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
                    return super.resolveBeanDefinitionReferences().stream()
                            .filter(bean -> isOurs(bean.getBeanDefinitionName()))
                            .toList();
                }
            };
        }

        private static boolean isOurs(String bean) {
            return !bean.startsWith("dev.mainstay.") || bean.startsWith(OURS);
        }
    }
}
