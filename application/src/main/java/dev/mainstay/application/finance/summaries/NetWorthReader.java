package dev.mainstay.application.finance.summaries;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.LocalDate;
import java.util.List;

/** What the accounts of a user hold together. */
public interface NetWorthReader {

    /** What all accounts hold by posted transactions at this moment, whatever their day: a sum for each currency, by code. */
    List<Money> now(UserId owner);

    /**
     * How what all accounts hold changes, by accounting days.
     *
     * @return by day and currency: on the first day the sum of everything up to it, on later days up to the last what was added;
     *     days and currencies on which nothing changed are left out
     */
    List<Change> changes(UserId owner, LocalDate first, LocalDate last);

    /** What a day adds; negative if it takes away. */
    record Change(LocalDate day, Money added) {}
}
