package dev.mainstay.application.finance.statements.layout;

import static dev.mainstay.application.finance.statements.layout.ColumnRole.AMOUNT;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.BALANCE;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.CREDIT;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.CURRENCY;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.DATE;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.DEBIT;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.DIRECTION;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.EFFECT;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.FEE;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.ID;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.KIND;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.NET;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.PAYEE;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.PAYER;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.RECIPIENT;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.REFERENCE;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.RELATED;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.STATUS;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.TEXT;
import static dev.mainstay.application.finance.statements.layout.ColumnRole.VALUE_DATE;

import dev.mainstay.application.finance.statements.layout.Records.Row;
import dev.mainstay.application.finance.statements.layout.StatementRow.Refused;
import dev.mainstay.application.finance.statements.layout.StatementRow.Usable;
import dev.mainstay.application.finance.statements.layout.Words.State;
import dev.mainstay.application.finance.statements.layout.Words.Way;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads rows of data by a layout that is known. */
final class StatementReader {

    static final int MOST_ROWS = 20_000;

    private final Layout layout;
    private final Currency currency;
    private final Cells cells;
    private final CurrencyNames names;
    private final Repair repair;

    StatementReader(Layout layout, Currency currency) {
        this.layout = layout;
        this.currency = currency;
        this.cells = new Cells(layout);
        this.names = new CurrencyNames(currency);
        this.repair = new Repair(layout, this::fits);
    }

    /** All rows in their order, without fingerprints; header rows that come again are left out. */
    List<StatementRow> read(List<Row> data) {
        var amounts = new Amounts(layout, currency, data);
        var rows = new ArrayList<StatementRow>();
        boolean otherTable = false;
        for (Row row : data) {
            if (Header.repeats(layout.header(), row)) {
                continue;
            }
            int number = rows.size() + 1;
            try {
                if (otherTable) {
                    throw new Unusable(
                            "another_table", "It belongs to a second table in the file; send that one alone.");
                }
                rows.add(usable(number, row, amounts));
            } catch (Unusable unusable) {
                boolean begins =
                        !otherTable && day(row).isEmpty() && Header.of(row).complete();
                otherTable |= begins;
                rows.add(new Refused(
                        number,
                        row.line(),
                        begins ? "another_table" : unusable.code(),
                        begins
                                ? "A second table begins here; send that one alone."
                                : String.valueOf(unusable.getMessage()),
                        Cells.excerpt(row)));
            }
        }
        return rows;
    }

    private Usable usable(int number, Row read, Amounts amounts) throws Unusable {
        var mended = repair.mended(read);
        Row row = mended.orElse(read);
        requireTransaction(row);
        requireBooked(row);
        LocalDate day = day(row).orElseThrow(() ->
                new Unusable("no_day", "\"%s\" is no day.".formatted(Cells.shortened(cells.text(row, DATE)))));
        names.require(row, layout);
        BigDecimal amount = amounts.of(row);
        @Nullable
        BigDecimal fee = cells.number(cells.text(row, FEE)).map(BigDecimal::abs).orElse(null);
        if (layout.feeApart() && fee != null) {
            amount = amount.subtract(fee);
        }
        return new Usable(
                number,
                row.line(),
                day,
                amounts.money(amount),
                payee(row, amount.signum()),
                text(row),
                Cells.clean(cells.text(row, REFERENCE)),
                Cells.clean(cells.text(row, ID)),
                Cells.clean(cells.text(row, RELATED)),
                cells.number(cells.text(row, BALANCE)).orElse(null),
                fee,
                mended.isPresent(),
                "");
    }

    /** Whether what must be a day, an amount or a currency is one. */
    private boolean fits(Row row) {
        boolean amounts = false;
        for (ColumnRole role : Cells.AMOUNTS) {
            String cell = cells.text(row, role);
            if (!cell.isEmpty() && cells.number(cell).isEmpty()) {
                return false;
            }
            amounts |= !cell.isEmpty();
        }
        String code = cells.text(row, CURRENCY);
        return amounts && day(row).isPresent() && (!layout.has(CURRENCY) || Contents.isCurrency(code));
    }

    /** Statements end with balances, sums and disclaimers. */
    private void requireTransaction(Row row) throws Unusable {
        boolean noAmount = cells.text(row, AMOUNT).isEmpty()
                && cells.text(row, NET).isEmpty()
                && cells.text(row, DEBIT).isEmpty()
                && cells.text(row, CREDIT).isEmpty();
        if (noAmount) {
            throw new Unusable("not_a_transaction", "It has no amount; it is a balance, a sum or a remark.");
        }
    }

    private void requireBooked(Row row) throws Unusable {
        boolean moved = Words.way(cells.text(row, EFFECT))
                .filter(way -> way != Way.NEITHER)
                .isPresent();
        State state = Words.state(cells.text(row, STATUS));
        if (state == State.DEAD) {
            throw new Unusable(
                    "not_carried_out",
                    "The bank did not carry it out: " + Cells.shortened(cells.text(row, STATUS)) + ".");
        }
        boolean pending =
                state == State.PENDING || (day(row).isEmpty() && Words.state(cells.text(row, DATE)) == State.PENDING);
        if (pending && !moved) {
            throw new Unusable(
                    "pending_at_bank", "The bank has not booked it yet; import a later statement, in which it has.");
        }
        if (Words.way(cells.text(row, EFFECT))
                .or(() -> Words.way(cells.text(row, DIRECTION)))
                .equals(Optional.of(Way.NEITHER))) {
            throw new Unusable("balance_neutral", "The bank lists it, but it moved nothing in the account.");
        }
    }

    private Optional<LocalDate> day(Row row) {
        String day = cells.text(row, DATE);
        return layout.dateStyle().parse(day.isEmpty() ? cells.text(row, VALUE_DATE) : day);
    }

    private String payee(Row row, int sign) {
        var inOrder = sign > 0 ? List.of(PAYER, PAYEE, RECIPIENT) : List.of(RECIPIENT, PAYEE, PAYER);
        return inOrder.stream()
                .map(role -> Cells.clean(cells.text(row, role)))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String text(Row row) {
        String text = layout.of(TEXT).stream()
                .map(column -> Cells.clean(row.cell(column)))
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            return text;
        }
        String reference = Cells.clean(cells.text(row, REFERENCE));
        return reference.isEmpty() ? Cells.clean(cells.text(row, KIND)) : reference;
    }
}
