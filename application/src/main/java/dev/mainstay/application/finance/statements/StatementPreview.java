package dev.mainstay.application.finance.statements;

import dev.mainstay.application.finance.statements.PreviewedRow.State;
import dev.mainstay.application.finance.statements.layout.StatementFile;
import dev.mainstay.application.finance.statements.layout.StatementRow.Usable;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A statement as it would be booked now. */
public record StatementPreview(
        Statement statement, LedgerAccount account, StatementFile file, List<PreviewedRow> rows) {

    public StatementPreview {
        rows = List.copyOf(rows);
    }

    public int count(State state) {
        return (int) rows.stream().filter(row -> row.state() == state).count();
    }

    /** What the new rows bring in. */
    public Money in() {
        return sum(1);
    }

    /** What the new rows take out; negative. */
    public Money out() {
        return sum(-1);
    }

    /** The first day of a row that can or could be booked. */
    public Optional<LocalDate> first() {
        return usable().map(Usable::day).min(Comparator.naturalOrder());
    }

    /** The last. */
    public Optional<LocalDate> last() {
        return usable().map(Usable::day).max(Comparator.naturalOrder());
    }

    private Money sum(int sign) {
        return rows.stream()
                .filter(row -> row.state() == State.NEW)
                .map(row -> ((Usable) row.row()).amount())
                .filter(amount -> amount.sign() == sign)
                .reduce(Money.zero(account.currency()), Money::plus);
    }

    private Stream<Usable> usable() {
        return rows.stream()
                .map(PreviewedRow::row)
                .filter(Usable.class::isInstance)
                .map(Usable.class::cast);
    }
}
