package dev.mainstay.domain.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import java.math.BigDecimal;

@Violates("nothing_that_counts_money_counts_in_floating_point")
record RoundsMoney(BigDecimal amount) {
    long cents() {
        return Math.round(amount.doubleValue() * 100);
    }
}
