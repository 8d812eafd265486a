package dev.mainstay.application.home;

import dev.mainstay.domain.money.Money;
import java.util.List;

/** What all accounts hold at this moment: a sum for each currency. */
public record BalanceContent(List<Money> totals) implements LiveContent {
    public BalanceContent {
        totals = List.copyOf(totals);
    }
}
