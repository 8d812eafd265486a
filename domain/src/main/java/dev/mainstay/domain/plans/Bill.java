package dev.mainstay.domain.plans;

import dev.mainstay.domain.money.Money;
import java.util.Currency;

/**
 * What something costs and how it is settled: {@code charged + toCredit = unused + fromCredit + due}, nothing negative.
 *
 * @param charged what is had for it
 * @param unused what was paid before for time that is not had any more
 * @param fromCredit what the user's credit pays of it
 * @param toCredit what the user has too much and keeps as credit for later charges; it is not paid out
 * @param due what is to be paid
 */
public record Bill(Money charged, Money unused, Money fromCredit, Money toCredit, Money due) {

    public Bill {
        if (charged.sign() < 0 || unused.sign() < 0 || fromCredit.sign() < 0 || toCredit.sign() < 0 || due.sign() < 0) {
            throw new IllegalArgumentException("a bill has no negative amounts");
        }
        if (!charged.plus(toCredit).equals(unused.plus(fromCredit).plus(due))) {
            throw new IllegalArgumentException("a bill does not add up: " + charged + " for " + due);
        }
    }

    /** Settles what is charged by what was unused, then by the credit there is, then by paying. */
    static Bill of(Money charged, Money unused, Money credit) {
        var none = Money.zero(charged.currency());
        var open = charged.minus(unused);
        if (open.sign() <= 0) {
            return new Bill(charged, unused, none, open.negated(), none);
        }
        var fromCredit = credit.minus(open).sign() > 0 ? open : credit;
        return new Bill(charged, unused, fromCredit, none, open.minus(fromCredit));
    }

    static Bill nothing(Currency currency) {
        return of(Money.zero(currency), Money.zero(currency), Money.zero(currency));
    }

    public Currency currency() {
        return charged.currency();
    }
}
