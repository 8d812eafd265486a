package dev.mainstay.bootstrap.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.NoViewCache;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.ledger.TransactionDraft;
import dev.mainstay.application.finance.summaries.NetWorthReader;
import dev.mainstay.application.finance.summaries.ShowSummaries;
import dev.mainstay.application.finance.summaries.SummaryReader;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.reading.Reads;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand transactions in one account cost a reader of sums at most twice what a thousand do: what is read are days, not
 * transactions. Both users have kept their books for the same 400 days.
 */
class SummariesOfManyTransactionsProof {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int AT_ONCE = 1_000;
    private static final int DAYS = 400;
    private static final int ROUNDS = 200;

    @Test
    void a_summary_on_a_miss_and_the_balance_of_home_cost_no_more() {
        try (var server = MainstayServer.withoutRedis()) {
            var few = userWith(server, FEW);
            var many = userWith(server, MANY);
            var clock = server.bean(InstantSource.class);
            var summaries = new ShowSummaries(
                    new NoViewCache(clock),
                    server.bean(Reads.class),
                    server.bean(SummaryReader.class),
                    server.bean(UserZones.class),
                    clock);
            atMostTwice("summary on a miss", few, many, summaries::of);
            atMostTwice("balance of home", few, many, server.bean(NetWorthReader.class)::now);
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            atMostTwice(
                    "net worth of a year",
                    few,
                    many,
                    user -> server.bean(NetWorthReader.class).changes(user, today.minusDays(365), today));
        }
    }

    private static void atMostTwice(String what, UserId few, UserId many, Consumer<UserId> read) {
        var ofFew = new ArrayList<Duration>();
        var ofMany = new ArrayList<Duration>();
        for (int round = 0; round < ROUNDS; round++) {
            ofFew.add(timed(few, read));
            ofMany.add(timed(many, read));
        }
        var cheap = median(ofFew);
        var dear = median(ofMany);
        System.out.printf("%s: %,d µs of %,d, %,d µs of %,d%n", what, cheap, FEW, dear, MANY);
        assertThat(dear).as(what).isLessThanOrEqualTo(2 * cheap);
    }

    private static Duration timed(UserId user, Consumer<UserId> read) {
        long start = System.nanoTime();
        read.accept(user);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** In microseconds, of the second half: the first is for warming up. */
    private static long median(List<Duration> took) {
        var warm = took.subList(ROUNDS / 2, ROUNDS).stream().sorted().toList();
        return warm.get(warm.size() / 2).toNanos() / 1_000;
    }

    private static UserId userWith(MainstayServer server, int transactions) {
        var owner = new UserId(
                UUID.fromString(server.newUser().api().get("/api/v1/me").text("id")));
        var bank = MoneyFixture.account(server, owner);
        var categories = new ArrayList<CategoryId>();
        for (int i = 0; i < 5; i++) {
            categories.add(MoneyFixture.category(server, owner, "Category " + i, null, CategoryKind.EXPENSE));
        }
        var today = LocalDate.ofInstant(server.bean(InstantSource.class).instant(), ZoneOffset.UTC);
        for (int done = 0; done < transactions; done += AT_ONCE) {
            var drafts = new ArrayList<TransactionDraft>();
            for (int i = done; i < done + AT_ONCE; i++) {
                var amount = new Money(i % 5_000 + 1, EUR);
                drafts.add(TransactionDraft.posted(
                        today.minusDays(i % DAYS),
                        Postings.of(
                                Posting.of(PostingTarget.to(categories.get(i / DAYS % 5)), amount),
                                Posting.of(PostingTarget.to(bank), amount.negated())),
                        Description.NONE,
                        Origin.STATEMENT));
            }
            server.bean(RecordTransactions.class).handle(owner, drafts);
        }
        return owner;
    }
}
