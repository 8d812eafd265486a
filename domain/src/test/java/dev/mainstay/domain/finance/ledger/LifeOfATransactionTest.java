package dev.mainstay.domain.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Refusal;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LifeOfATransactionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");

    private final UserId ann = new UserId(new UUID(0, 1));
    private final PostingTarget giro = PostingTarget.to(new LedgerAccountId(new UUID(0, 2)));
    private final PostingTarget food = PostingTarget.to(new CategoryId(new UUID(0, 3)));
    private final Transaction pending =
            Transaction.pending(new TransactionId(new UUID(0, 4)), ann, content(5_00), Origin.MANUAL, NOW);
    private final Transaction posted = pending.post(NOW);

    private TransactionContent content(long cents) {
        var postings = Postings.of(Posting.of(food, new Money(cents, EUR)), Posting.of(giro, new Money(-cents, EUR)));
        return new TransactionContent(NOW, DAY, new Description("Bread"), postings, null);
    }

    private static void assertRefused(ThrowingCallable step, String code) {
        assertThatThrownBy(step)
                .isInstanceOf(Conflict.class)
                .extracting(refused -> ((Refusal) refused).code())
                .isEqualTo(code);
    }

    @Test
    void a_pending_one_is_replaced_posted_or_voided() {
        assertThat(pending.replace(content(6_00)).version()).isEqualTo(new Version(2));
        assertThat(pending.replace(content(5_00))).isSameAs(pending);
        assertThat(posted.status()).isEqualTo(TransactionStatus.POSTED);
        assertThat(posted.postedAt()).isEqualTo(NOW);
        assertThat(pending.voided().status()).isEqualTo(TransactionStatus.VOID);
    }

    @Test
    void a_posted_one_never_changes_again() {
        assertThat(posted.post(NOW.plusSeconds(1))).isSameAs(posted);
        assertRefused(() -> posted.replace(content(6_00)), "transaction_posted");
        assertRefused(posted::voided, "transaction_posted");
    }

    @Test
    void a_void_one_stays_void() {
        var gone = pending.voided();

        assertThat(gone.voided()).isSameAs(gone);
        assertRefused(() -> gone.post(NOW), "transaction_void");
        assertRefused(() -> gone.replace(content(6_00)), "transaction_void");
    }

    @Test
    void a_reversal_mirrors_what_it_takes_back_and_is_posted_at_once() {
        var back = posted.reversal(
                new TransactionId(new UUID(0, 5)), NOW.plusSeconds(60), DAY.plusDays(1), Description.NONE, NOW);

        assertThat(back.reverses()).isEqualTo(posted.id());
        assertThat(back.status()).isEqualTo(TransactionStatus.POSTED);
        assertThat(back.content().postings())
                .isEqualTo(posted.content().postings().negated());
        assertThat(back.content().day()).isEqualTo(DAY.plusDays(1));
        assertRefused(() -> pending.reversal(back.id(), NOW, DAY, Description.NONE, NOW), "transaction_not_posted");
    }

    @Test
    void whoever_has_seen_another_version_is_told_so() {
        assertThat(posted.expect(posted.version())).isSameAs(posted);
        assertThat(posted.expect(null)).isSameAs(posted);
        assertThatThrownBy(() -> posted.expect(Version.FIRST)).isInstanceOf(Stale.class);
    }

    @Test
    void postings_sum_to_zero_in_each_currency_by_itself() {
        var euros = Posting.of(giro, new Money(1_00, EUR));
        var dollars = Posting.of(food, new Money(-1_00, USD));

        assertThatThrownBy(() -> Postings.of(euros, dollars))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("must sum to zero in EUR, sum to 1.00 EUR");
        assertThat(Postings.of(euros, euros.negated(), dollars, dollars.negated())
                        .lines())
                .hasSize(4);
    }

    @Test
    void fewer_than_two_more_than_a_hundred_and_postings_of_nothing_are_refused() {
        var cent = Posting.of(giro, new Money(1, EUR));

        assertThatThrownBy(() -> Postings.of(cent)).hasMessageContaining("must be 2 to 100 postings, were 1");
        assertThatThrownBy(() -> new Postings(Collections.nCopies(101, cent))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Postings.of(cent, Posting.of(food, Money.zero(EUR)), cent.negated()))
                .hasMessageContaining("postings[1].amount.amount");
    }

    @Test
    void sums_beyond_64_bits_do_not_come_out_as_zero() {
        // Four times 2^62 is 2^64, which is zero in 64 bits; but no posting is as large as that.
        var quarter = Posting.of(giro, new Money(1L << 62, EUR));

        assertThatThrownBy(() -> Postings.of(quarter, quarter, quarter, quarter))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("postings[0].amount.amount");
    }
}
