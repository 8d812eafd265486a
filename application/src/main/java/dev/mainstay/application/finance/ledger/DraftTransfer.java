package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.finance.rates.ExchangeRates;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.domain.finance.ledger.AppliedRate;
import dev.mainstay.domain.finance.ledger.AppliedRate.Source;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out the postings of a transfer between two of the owner's accounts. Across currencies the client gives both amounts, or one
 * and a rate, or one alone, and then the reference rate of the day counts.
 */
public final class DraftTransfer {

    /** Of rates that follow from two amounts. */
    private static final MathContext SIXTEEN_DIGITS = new MathContext(16, RoundingMode.HALF_EVEN);

    private final LedgerAccounts accounts;
    private final ExchangeRates rates;
    private final UserZones zones;
    private final InstantSource clock;

    public DraftTransfer(LedgerAccounts accounts, ExchangeRates rates, UserZones zones, InstantSource clock) {
        this.accounts = accounts;
        this.rates = rates;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * What to move.
     *
     * @param out what leaves, greater than zero; null if {@code in} says it
     * @param in what arrives, greater than zero; null if {@code out} says it
     * @param rate how much of the one's currency one of the other's is; null unless given
     * @param at null for the start of the day in the owner's zone or, without a day, for now
     * @param day the accounting day, whose reference rate counts where none is given; null for that of {@code at} in the owner's zone
     */
    public record Command(
            UserId owner,
            LedgerAccountId from,
            LedgerAccountId to,
            @Nullable Money out,
            @Nullable Money in,
            @Nullable BigDecimal rate,
            @Nullable Instant at,
            @Nullable LocalDate day) {}

    /** The postings and, across currencies, the rate. */
    public record Transfer(Postings postings, @Nullable AppliedRate rate) {}

    /**
     * Works it out; stores nothing.
     *
     * @throws Invalid if an account is not the owner's, or the amounts do not fit the accounts or each other
     * @throws dev.mainstay.domain.refusal.Conflict {@code rate_unknown} if a rate is needed and none is known
     */
    public Transfer of(Command command) {
        var from = account(command, "from", command.from());
        var to = account(command, "to", command.to());
        if (from.id().equals(to.id())) {
            throw new Invalid("to", "same_account", "must be another account than from");
        }
        requireAmount("amount", command.out(), from.currency());
        requireAmount("received", command.in(), to.currency());
        return from.currency().equals(to.currency()) ? within(command, from, to) : across(command, from, to);
    }

    private static Transfer within(Command command, LedgerAccount from, LedgerAccount to) {
        var out = command.out();
        var in = command.in();
        if (command.rate() != null) {
            throw new Invalid("rate", "same_currency", "must be absent, for both accounts count in one currency");
        }
        if (out != null && in != null && !out.equals(in)) {
            throw new Invalid(
                    "received", "differs", "must be the same as amount, for both accounts count in one currency");
        }
        var amount = out != null ? out : in;
        if (amount == null) {
            throw new Invalid("amount", "missing", "is required");
        }
        return new Transfer(
                Postings.of(
                        Posting.of(PostingTarget.to(from.id()), amount.negated()),
                        Posting.of(PostingTarget.to(to.id()), amount)),
                null);
    }

    private Transfer across(Command command, LedgerAccount from, LedgerAccount to) {
        var rate = rate(command, from.currency(), to.currency(), day(command));
        var out = command.out() != null ? command.out() : reckoned("amount", command.in(), rate, from.currency());
        var in = command.in() != null ? command.in() : reckoned("received", command.out(), rate, to.currency());
        return new Transfer(
                new Postings(List.of(
                        Posting.of(PostingTarget.to(from.id()), out.negated()),
                        Posting.of(PostingTarget.to(Nominal.EXCHANGE), out),
                        Posting.of(PostingTarget.to(to.id()), in),
                        Posting.of(PostingTarget.to(Nominal.EXCHANGE), in.negated()))),
                rate);
    }

    private AppliedRate rate(Command command, Currency from, Currency to, LocalDate day) {
        var out = command.out();
        var in = command.in();
        if (out != null && in != null) {
            if (command.rate() != null) {
                throw new Invalid(
                        "rate", "too_much", "must be absent when both amounts are given: it follows from them");
            }
            var value = in.decimal().divide(out.decimal(), SIXTEEN_DIGITS);
            return new AppliedRate(from, to, value, day, Source.GIVEN);
        }
        if (out == null && in == null) {
            throw new Invalid("amount", "missing", "is required, unless received is given");
        }
        if (command.rate() != null) {
            return new AppliedRate(from, to, command.rate(), day, Source.GIVEN);
        }
        var known = rates.onOrBefore(from, to, day);
        return new AppliedRate(from, to, known.value(), known.day(), Source.ECB);
    }

    private LocalDate day(Command command) {
        var day = command.day();
        var at = command.at();
        return day != null ? day : LocalDate.ofInstant(at != null ? at : clock.instant(), zones.of(command.owner()));
    }

    /** The other amount, half to even. */
    private static Money reckoned(String field, @Nullable Money given, AppliedRate rate, Currency wanted) {
        if (given == null) {
            throw new Invalid("amount", "missing", "is required, unless received is given");
        }
        var exact = wanted.equals(rate.to())
                ? given.decimal().multiply(rate.value())
                : given.decimal().divide(rate.value(), MathContext.DECIMAL128);
        var money = Money.rounded(field, exact, wanted);
        if (money.isZero()) {
            throw new Invalid(
                    field,
                    "zero",
                    "would be zero at the rate of " + rate.value().toPlainString());
        }
        return money;
    }

    private LedgerAccount account(Command command, String field, LedgerAccountId id) {
        return accounts.all(command.owner()).stream()
                .filter(account -> account.id().equals(id))
                .findAny()
                .orElseThrow(() -> new Invalid(field, "unknown_account", "is no account of yours"));
    }

    private static void requireAmount(String field, @Nullable Money amount, Currency currency) {
        if (amount == null) {
            return;
        }
        if (!amount.currency().equals(currency)) {
            throw new Invalid(
                    field + ".currency",
                    "wrong_currency",
                    "must be " + currency.getCurrencyCode() + ", which the account counts in");
        }
        if (amount.sign() <= 0) {
            throw new Invalid(field + ".amount", "out_of_range", "must be greater than zero");
        }
    }
}
