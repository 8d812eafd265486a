package dev.mainstay.application.finance.statements.layout;

import static dev.mainstay.application.finance.statements.layout.ColumnRole.AMOUNT;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.CREDIT;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.DEBIT;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.DIRECTION;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.EFFECT;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.NET;

import dev.mainstay.application.finance.statements.layout.Records.Row;
import dev.mainstay.application.finance.statements.layout.Words.Way;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** Reads what rows moved: from one column with signs, from one beside a direction, or from one for each way. */
final class Amounts {

    private final Layout layout;
    private final Currency currency;
    private final Cells cells;
    private final boolean signed;
    private final boolean debitsAreNegative;

    /** Of rows that are looked at all together: how a bank writes one tells how to read another. */
    Amounts(Layout layout, Currency currency, List<Row> data) {
        this.layout = layout;
        this.currency = currency;
        this.cells = new Cells(layout);
        this.signed = isSigned(cells, data);
        this.debitsAreNegative = mostlyNegative(cells, data);
    }

    /** What the row moved, before what it cost is taken off. */
    BigDecimal of(Row row) throws Unusable {
        String net = cells.text(row, NET);
        String single = net.isEmpty() ? cells.text(row, AMOUNT) : net;
        BigDecimal amount;
        if (!single.isEmpty()) {
            amount = directed(row, required(single));
        } else {
            var credit = parsedOrZero(cells.text(row, CREDIT));
            var debit = parsedOrZero(cells.text(row, DEBIT));
            amount = credit.add(debitsAreNegative ? debit : debit.negate());
        }
        return layout.inverted() ? amount.negate() : amount;
    }

    private BigDecimal directed(Row row, BigDecimal amount) throws Unusable {
        if (signed || !(layout.has(DIRECTION) || layout.has(EFFECT))) {
            return amount;
        }
        String word = cells.text(row, DIRECTION).isEmpty() ? cells.text(row, EFFECT) : cells.text(row, DIRECTION);
        return switch (Words.way(word).orElse(Way.NEITHER)) {
            case IN -> amount;
            case OUT -> amount.negate();
            case NEITHER -> {
                if (layout.has(DIRECTION)) {
                    throw new Unusable(
                            "no_direction", "\"%s\" does not say in or out.".formatted(Cells.shortened(word)));
                }
                yield amount;
            }
        };
    }

    /** Whether the amount has signs of its own, so that a direction beside it says nothing new. */
    private static boolean isSigned(Cells cells, List<Row> data) {
        return data.stream()
                .flatMap(
                        row -> cells
                                .number(cells.text(row, NET).isEmpty() ? cells.text(row, AMOUNT) : cells.text(row, NET))
                                .stream())
                .anyMatch(amount -> amount.signum() < 0);
    }

    /** Some banks write a minus into the column of debits. */
    private static boolean mostlyNegative(Cells cells, List<Row> data) {
        var signs = data.stream()
                .flatMap(row -> cells.number(cells.text(row, DEBIT)).stream())
                .map(BigDecimal::signum)
                .toList();
        return signs.stream().filter(sign -> sign < 0).count()
                > signs.stream().filter(sign -> sign > 0).count();
    }

    /** The amount in the account's currency. */
    Money money(BigDecimal amount) throws Unusable {
        try {
            var shortest = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
            var money = Money.exactly("amount", shortest.scale() < 0 ? shortest.setScale(0) : shortest, currency);
            if (money.isZero()) {
                throw new Unusable("zero_amount", "It is about nothing: its amount is zero.");
            }
            return money;
        } catch (Invalid invalid) {
            throw new Unusable(
                    invalid.errors().getFirst().code(),
                    "The amount " + invalid.errors().getFirst().message() + ".");
        }
    }

    private BigDecimal required(String cell) throws Unusable {
        return cells.number(cell)
                .orElseThrow(
                        () -> new Unusable("not_an_amount", "\"%s\" is no amount.".formatted(Cells.shortened(cell))));
    }

    private BigDecimal parsedOrZero(String cell) throws Unusable {
        return cell.isEmpty() || cell.equals("-") ? BigDecimal.ZERO : required(cell);
    }
}
