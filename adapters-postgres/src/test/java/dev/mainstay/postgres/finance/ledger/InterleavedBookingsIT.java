package dev.mainstay.postgres.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.NoFences;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.application.finance.ledger.BooksFixture;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.ledger.ReverseTransaction;
import dev.mainstay.application.finance.ledger.SettleTransaction;
import dev.mainstay.application.finance.ledger.TransactionDraft;
import dev.mainstay.application.idempotency.IdempotencyKey;
import dev.mainstay.application.idempotency.IdempotentRequests;
import dev.mainstay.application.idempotency.StoredAnswer;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.postgres.finance.statements.StatementsAtOnce;
import dev.mainstay.postgres.idempotency.PostgresIdempotencyRecords;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * However transfers, batches, settlements, reversals, imports of statements and retries interleave, the books add up and nothing is applied
 * twice.
 */
class InterleavedBookingsIT extends BooksFixture {

    private static final DataSource POOL = TestPostgres.freshDatabase();
    private static final int CLIENTS = 8;
    private static final int STEPS = 25;

    private final Database database = new Database(POOL);
    private final Books books = PostgresBooks.on(database);
    private final TestClock clock = new TestClock(NOON);
    private final Writes writes =
            new Writes(database, new ViewCatalogue(List.of()), new NoFences(), List.of(), List.of());
    private final RecordTransactions record =
            books.recording(writes, user -> ZoneOffset.UTC, BooksFixture::newId, clock);
    private final SettleTransaction settle = books.settling(writes, user -> ZoneOffset.UTC, clock);
    private final ReverseTransaction reverse =
            books.reversing(writes, user -> ZoneOffset.UTC, BooksFixture::newId, clock);
    private final IdempotentRequests requests =
            new IdempotentRequests(writes, new PostgresIdempotencyRecords(database), clock);
    private final ConcurrentLinkedQueue<Transaction> recorded = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<TransactionId> imported = new ConcurrentLinkedQueue<>();

    @Override
    protected Books books() {
        return books;
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }

    @Test
    void the_books_add_up_whatever_comes_between() throws Exception {
        long seed = System.nanoTime();
        var owner = newUser();
        var accounts = List.of(account(owner, "A"), account(owner, "B"), account(owner, "C"));
        var food =
                PostingTarget.to(category(owner, "Food", CategoryKind.EXPENSE).id());
        var statements =
                new StatementsAtOnce(database, books, writes, record, BooksFixture::newId, clock, accounts.getFirst());

        var answers = atOnce(client -> {
            var random = new Random(seed + client);
            for (int step = 0; step < STEPS; step++) {
                step(owner, accounts, food, statements, random, client + "-" + step);
            }
        });
        for (Future<?> answer : answers) {
            answer.get();
        }
        imported.addAll(statements.commitAll());

        assertThat(PostgresBooks.disagreements(database)).as("seed %s", seed).isEmpty();
        statements.requireEachBookedOnce(imported);
        var ids = recorded.stream().map(Transaction::id).collect(Collectors.toSet());
        ids.addAll(imported);
        assertThat(count("SELECT count(*) FROM finance.transaction"))
                .as("seed %s", seed)
                .isEqualTo(ids.size());
        assertThat(count("""
                        SELECT count(*) FROM (SELECT reverses FROM finance.transaction WHERE reverses IS NOT NULL
                                              GROUP BY reverses HAVING count(*) > 1) twice
                        """)).isZero();
        assertThat(count("SELECT coalesce(sum(minor_units), 0) FROM finance.posting"))
                .isZero();
    }

    private void step(
            UserId owner,
            List<LedgerAccount> accounts,
            PostingTarget food,
            StatementsAtOnce statements,
            Random random,
            String name) {
        var one = PostingTarget.to(accounts.get(random.nextInt(3)).id());
        var other = random.nextBoolean()
                ? food
                : PostingTarget.to(accounts.get(random.nextInt(3)).id());
        var draft = TransactionDraft.posted(
                LocalDate.parse("2026-03-01").plusDays(random.nextInt(3)),
                move(one, other, 1 + random.nextInt(500)),
                new Description(name),
                Origin.MANUAL);
        switch (random.nextInt(8)) {
            case 0 -> recorded.add(record.one(owner, draft));
            case 1 -> twice(owner, name, draft);
            case 2 ->
                recorded.addAll(record.handle(
                        owner,
                        IntStream.range(0, 5)
                                .mapToObj(i -> i % 2 == 0 ? draft : draft.pending())
                                .toList()));
            case 3 -> settle(owner, record.one(owner, draft.pending()), random);
            case 4 -> imported.addAll(statements.commit(statements.any(random)));
            case 5 -> importTwice(owner, name, statements, random);
            default -> reverseSome(owner, random);
        }
    }

    private void twice(UserId owner, String name, TransactionDraft draft) {
        recorded.add(books.entries()
                .get(
                        twice(
                                        owner,
                                        name,
                                        () -> List.of(record.one(owner, draft).id()))
                                .getFirst(),
                        owner));
    }

    private void importTwice(UserId owner, String name, StatementsAtOnce statements, Random random) {
        var command = statements.any(random);
        imported.addAll(twice(owner, name, () -> statements.commit(command)));
    }

    /** The same request with one key, twice at once: whoever comes second gets the first one's answer. */
    private List<TransactionId> twice(UserId owner, String name, Supplier<List<TransactionId>> booking) {
        var key = new IdempotencyKey(owner, name, "print");
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<StoredAnswer> request = () -> requests.answer(
                    key,
                    () -> new StoredAnswer(
                            201,
                            booking.get().stream()
                                    .map(id -> id.value().toString())
                                    .collect(Collectors.joining(" ", "\"", "\"")),
                            Map.of()));
            var first = both.submit(request);
            var second = both.submit(request);
            assertThat(first.get().body()).isEqualTo(second.get().body());
            return Stream.of(first.get().body().replace("\"", "").split(" "))
                    .filter(Predicate.not(String::isEmpty))
                    .map(UUID::fromString)
                    .map(TransactionId::new)
                    .toList();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void settle(UserId owner, Transaction pending, Random random) {
        recorded.add(pending);
        var subject = new SettleTransaction.Subject(owner, pending.id(), pending.version());
        if (random.nextBoolean()) {
            settle.post(subject);
        } else {
            settle.voided(subject);
        }
    }

    private void reverseSome(UserId owner, Random random) {
        var all = new ArrayList<>(recorded);
        if (all.isEmpty()) {
            return;
        }
        var some = all.get(random.nextInt(all.size()));
        try {
            recorded.add(
                    reverse.handle(new ReverseTransaction.Command(owner, some.id(), null, null, Description.NONE)));
        } catch (Conflict refused) {
            assertThat(refused.code()).isIn("already_reversed", "transaction_not_posted");
        }
    }

    @FunctionalInterface
    private interface Client {
        void run(int number);
    }

    private static List<Future<?>> atOnce(Client client) {
        var answers = new ArrayList<Future<?>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                answers.add(executor.submit(() -> client.run(number)));
            }
        }
        return answers;
    }

    private long count(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
