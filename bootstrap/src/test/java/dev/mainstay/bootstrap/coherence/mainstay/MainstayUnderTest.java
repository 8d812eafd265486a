package dev.mainstay.bootstrap.coherence.mainstay;

import dev.mainstay.bootstrap.coherence.SystemUnderTest;
import dev.mainstay.bootstrap.coherence.history.FactHistory;
import dev.mainstay.bootstrap.coherence.history.IntervalChecker;
import dev.mainstay.bootstrap.coherence.history.Sighting;
import dev.mainstay.bootstrap.coherence.load.ConditionalWrites;
import dev.mainstay.bootstrap.coherence.load.ReadOperation;
import dev.mainstay.bootstrap.coherence.load.Requests;
import dev.mainstay.bootstrap.coherence.load.Response;
import dev.mainstay.bootstrap.coherence.load.Workload;
import dev.mainstay.bootstrap.coherence.load.WriteOperation;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import dev.mainstay.bootstrap.coherence.servers.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mainstay as it is, or with a main class and an environment that make it another. */
public final class MainstayUnderTest implements SystemUnderTest {

    private static final int PEOPLE = 6;
    private static final int WITH_A_ROLE = 2;
    private static final int WITH_SESSIONS = 3;
    private static final int VIEWS_OVER_FACTS = 4;
    private static final String ADMIN = "admin@example.org";

    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("RATE_LIMIT_READ", "100000000/1m"),
            Map.entry("RATE_LIMIT_WRITE", "100000000/1m"),
            Map.entry("RATE_LIMIT_AUTH", "100000000/1m"),
            Map.entry("RATE_LIMIT_OPEN", "100000000/1m"),
            Map.entry("RATE_LIMIT_UNAUTHENTICATED", "100000000/1m"),
            Map.entry("JWT_SECRET", "for-tests-alone-0123456789-abcdefghijklmnopqrstuvwxyz"),
            Map.entry("DATABASE_POOL_SIZE", "20"),
            Map.entry("ARGON2_MEMORY_KIB", "1024"),
            Map.entry("ARGON2_ITERATIONS", "1"),
            Map.entry("ACCESS_TOKEN_MINUTES", "1440"),
            Map.entry("ADMIN_EMAIL", ADMIN),
            Map.entry("JUMPING_CLOCK", "true"),
            Map.entry("STOP_WITH_PARENT", "true"),
            Map.entry("CACHE_VERIFIED_PERCENT", "0"));

    private final String name;
    private final String mainClass;
    private final Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    private final Path home;

    /**
     * Another Mainstay.
     *
     * @param environment on top of what every run has
     */
    public MainstayUnderTest(String name, String mainClass, Map<String, String> environment) {
        this.name = name;
        this.mainClass = mainClass;
        this.environment.putAll(environment);
        try {
            Path homes = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
            home = Files.createTempDirectory(homes, "coherence");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Mainstay as it is shipped, with other settings if need be. */
    public static MainstayUnderTest shipped(Map<String, String> environment) {
        return new MainstayUnderTest("mainstay", MainstayWithAJumpingClock.class.getName(), environment);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Launch launch(int instance) {
        var all = new HashMap<>(environment);
        all.put("MAINSTAY_HOME", home(instance).toString());
        return new Launch(mainClass, all);
    }

    private Path home(int instance) {
        return home.resolve("instance-" + instance);
    }

    @Override
    public Workload prepare(Instance first, IntervalChecker checker) {
        var registry = new Registry(first.port(), home(first.number()).resolve("mail.txt"));
        List<ReadOperation> reads = new ArrayList<>();
        List<WriteOperation> writes = new ArrayList<>();
        Requests admin = registry.register(ADMIN).requests();
        for (int number = 0; number < PEOPLE; number++) {
            addPerson(registry, registry.register("person" + number + "@example.org"), checker, reads, writes);
        }
        for (int number = 0; number < WITH_A_ROLE; number++) {
            var role = new RoleOfAPerson(checker, registry.register("role" + number + "@example.org"), admin);
            reads.add(role.read("roles", "/api/v1/me/roles"));
            reads.add(role.read("profile's roles", ProfileOfAPerson.PATH));
            writes.add(role);
        }
        for (int number = 0; number < WITH_SESSIONS; number++) {
            var sessions =
                    new SessionsOfAPerson(checker, registry.register("session" + number + "@example.org"), admin);
            reads.add(sessions.read());
            reads.add(sessions.read());
            writes.add(sessions);
        }
        return new Workload(reads, writes);
    }

    private static void addPerson(
            Registry registry,
            Person person,
            IntervalChecker checker,
            List<ReadOperation> reads,
            List<WriteOperation> writes) {
        Requests requests = person.requests();
        var profile = new ProfileOfAPerson(first(checker.fact("profile of " + person.email()), 1), requests);
        var task = new TaskOfAPerson(
                first(checker.fact("task of " + person.email()), 1), requests, task(registry, person));
        var focus = checker.fact("focus of " + person.email());
        for (var resource : List.of(profile, task)) {
            writes.add(new ConditionalWrites(resource));
            writes.add(new ConditionalWrites(resource));
        }
        writes.add(new FocusOfAPerson(focus, requests));
        reads.add(ReadOperation.fixed("task itself", requests.get(task.path()), (response, sightings) -> {
            if (response.isSuccess()) {
                sightings.saw(task.fact(), Sighting.of(response.etagVersion()));
            }
        }));
        for (int times = 0; times < VIEWS_OVER_FACTS; times++) {
            addViews(requests, profile.fact(), task.fact(), focus, reads);
        }
    }

    private static void addViews(
            Requests requests, FactHistory profile, FactHistory task, FactHistory focus, List<ReadOperation> reads) {
        reads.add(ReadOperation.fixed("profile", requests.get(ProfileOfAPerson.PATH), (response, sightings) -> {
            if (response.isSuccess()) {
                sightings.saw(profile, Sighting.of(response.numberAfter("\"version\":")));
            }
        }));
        reads.add(ReadOperation.fixed("facets", requests.get("/api/v1/tasks/facets"), (response, sightings) -> {
            if (response.isSuccess()) {
                sightings.saw(task, Sighting.of(response.numberAfter("\"projects\":[{\"name\":\"n")));
            }
        }));
        reads.add(ReadOperation.fixed("focus", requests.get("/api/v1/focus/current"), (response, sightings) -> {
            if (response.isSuccess()) {
                FocusOfAPerson.see(focus, response, sightings);
            }
        }));
        reads.add(ReadOperation.fixed(
                "home",
                requests.get("/api/v1/home"),
                (response, sightings) -> seeHome(task, focus, response, sightings)));
    }

    /** A widget that could not be loaded says nothing. */
    private static void seeHome(
            FactHistory task, FactHistory focus, Response response, ReadOperation.Sightings sightings) {
        long title = response.numberAfter("\"title\":\"n");
        if (title >= 0) {
            sightings.saw(task, Sighting.of(title));
        }
        if (response.contains("\"name\":\"FOCUS\",\"status\":\"READY\"")) {
            FocusOfAPerson.see(focus, response, sightings);
        }
    }

    /** Makes the person's task and returns its path. */
    private static String task(Registry registry, Person person) {
        var due = Map.of(
                "date",
                LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC)
                        .plusDays(3)
                        .toString());
        return "/api/v1/tasks/"
                + registry.api(person.token())
                        .post("/api/v1/tasks", Map.of("title", "n1", "project", "n1", "due", due))
                        .expect(201)
                        .text("id");
    }

    private static FactHistory first(FactHistory fact, long version) {
        long now = System.nanoTime();
        fact.begun(version, "registered", now);
        fact.acknowledged(version, "registered", now, now);
        return fact;
    }
}
