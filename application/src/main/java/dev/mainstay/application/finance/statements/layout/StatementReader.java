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
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads rows of data by a layout that is known. */
final class StatementReader {

    static final int MOST_ROWS = 20_000;

    private static final int LONGEST_TEXT = 1_000;
    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029\\s\\u00A0]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private final Layout layout;
    private final Currency currency;
    private final CurrencyNames names;
    private final Repair repair;

    StatementReader(Layout layout, Currency currency) {
        this.layout = layout;
        this.currency = currency;
        this.names = new CurrencyNames(currency);
        this.repair = new Repair(layout, this::fits);
    }

    /** Why a row cannot be booked. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;

        Unusable(String code, String why) {
            super(why, null, false, false);
            this.code = code;
        }
    }

    /** All rows in their order, without fingerprints; header rows that come again are left out. */
    List<StatementRow> read(List<Row> data) {
        boolean signed = isSigned(data);
        boolean debitsAreNegative = mostlyNegative(data);
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
                rows.add(usable(number, row, signed, debitsAreNegative));
            } catch (Unusable unusable) {
                boolean begins =
                        !otherTable && day(row).isEmpty() && Header.of(row).complete();
                otherTable |= begins;
                rows.add(new Refused(
                        number,
                        row.line(),
                        begins ? "another_table" : unusable.code,
                        begins
                                ? "A second table begins here; send that one alone."
                                : String.valueOf(unusable.getMessage()),
                        excerpt(row)));
            }
        }
        return rows;
    }

    private Usable usable(int number, Row read, boolean signed, boolean debitsAreNegative) throws Unusable {
        var mended = repair.mended(read);
        Row row = mended.orElse(read);
        requireTransaction(row);
        requireBooked(row);
        LocalDate day = day(row).orElseThrow(() ->
                new Unusable("no_day", "\"%s\" is no day.".formatted(shortened(cell(row, DATE)))));
        names.require(row, layout);
        BigDecimal amount = amount(row, signed, debitsAreNegative);
        @Nullable BigDecimal fee = parse(cell(row, FEE)).map(BigDecimal::abs).orElse(null);
        if (layout.feeApart() && fee != null) {
            amount = amount.subtract(fee);
        }
        return new Usable(
                number,
                row.line(),
                day,
                money(amount),
                payee(row, amount.signum()),
                text(row),
                clean(cell(row, REFERENCE)),
                clean(cell(row, ID)),
                clean(cell(row, RELATED)),
                parse(cell(row, BALANCE)).orElse(null),
                fee,
                mended.isPresent(),
                "");
    }

    /** Whether what must be a day, an amount or a currency is one. */
    private boolean fits(Row row) {
        boolean amounts = false;
        for (ColumnRole role : List.of(AMOUNT, NET, DEBIT, CREDIT)) {
            String cell = cell(row, role);
            if (!cell.isEmpty() && parse(cell).isEmpty()) {
                return false;
            }
            amounts |= !cell.isEmpty();
        }
        String code = cell(row, CURRENCY);
        return amounts && day(row).isPresent() && (!layout.has(CURRENCY) || Contents.isCurrency(code));
    }

    /** Statements end with balances, sums and disclaimers. */
    private void requireTransaction(Row row) throws Unusable {
        boolean noAmount = cell(row, AMOUNT).isEmpty()
                && cell(row, NET).isEmpty()
                && cell(row, DEBIT).isEmpty()
                && cell(row, CREDIT).isEmpty();
        if (noAmount) {
            throw new Unusable("not_a_transaction", "It has no amount; it is a balance, a sum or a remark.");
        }
    }

    private void requireBooked(Row row) throws Unusable {
        boolean moved =
                Words.way(cell(row, EFFECT)).filter(way -> way != Way.NEITHER).isPresent();
        State state = Words.state(cell(row, STATUS));
        if (state == State.DEAD) {
            throw new Unusable(
                    "not_carried_out", "The bank did not carry it out: " + shortened(cell(row, STATUS)) + ".");
        }
        boolean pending =
                state == State.PENDING || (day(row).isEmpty() && Words.state(cell(row, DATE)) == State.PENDING);
        if (pending && !moved) {
            throw new Unusable(
                    "pending_at_bank", "The bank has not booked it yet; import a later statement, in which it has.");
        }
        if (Words.way(cell(row, EFFECT))
                .or(() -> Words.way(cell(row, DIRECTION)))
                .equals(Optional.of(Way.NEITHER))) {
            throw new Unusable("balance_neutral", "The bank lists it, but it moved nothing in the account.");
        }
    }

    private Optional<LocalDate> day(Row row) {
        String day = cell(row, DATE);
        return layout.dateStyle().parse(day.isEmpty() ? cell(row, VALUE_DATE) : day);
    }

    // ---- amounts

    private BigDecimal amount(Row row, boolean signed, boolean debitsAreNegative) throws Unusable {
        String net = cell(row, NET);
        String single = net.isEmpty() ? cell(row, AMOUNT) : net;
        BigDecimal amount;
        if (!single.isEmpty()) {
            amount = directed(row, required(single), signed);
        } else {
            var credit = parsedOrZero(cell(row, CREDIT));
            var debit = parsedOrZero(cell(row, DEBIT));
            amount = credit.add(debitsAreNegative ? debit : debit.negate());
        }
        return layout.inverted() ? amount.negate() : amount;
    }

    private BigDecimal directed(Row row, BigDecimal amount, boolean signed) throws Unusable {
        if (signed || !(layout.has(DIRECTION) || layout.has(EFFECT))) {
            return amount;
        }
        String word = cell(row, DIRECTION).isEmpty() ? cell(row, EFFECT) : cell(row, DIRECTION);
        return switch (Words.way(word).orElse(Way.NEITHER)) {
            case IN -> amount;
            case OUT -> amount.negate();
            case NEITHER -> {
                if (layout.has(DIRECTION)) {
                    throw new Unusable("no_direction", "\"%s\" does not say in or out.".formatted(shortened(word)));
                }
                yield amount;
            }
        };
    }

    /** Whether the amount has signs of its own, so that a direction beside it says nothing new. */
    private boolean isSigned(List<Row> data) {
        return data.stream()
                .flatMap(row -> parse(cell(row, NET).isEmpty() ? cell(row, AMOUNT) : cell(row, NET)).stream())
                .anyMatch(amount -> amount.signum() < 0);
    }

    /** Some banks write a minus into the column of debits. */
    private boolean mostlyNegative(List<Row> data) {
        var signs = data.stream()
                .flatMap(row -> parse(cell(row, DEBIT)).stream())
                .map(BigDecimal::signum)
                .toList();
        return signs.stream().filter(sign -> sign < 0).count()
                > signs.stream().filter(sign -> sign > 0).count();
    }

    private Money money(BigDecimal amount) throws Unusable {
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
        return parse(cell)
                .orElseThrow(() -> new Unusable("not_an_amount", "\"%s\" is no amount.".formatted(shortened(cell))));
    }

    private BigDecimal parsedOrZero(String cell) throws Unusable {
        return cell.isEmpty() || cell.equals("-") ? BigDecimal.ZERO : required(cell);
    }

    private Optional<BigDecimal> parse(String cell) {
        return cell.isEmpty() || cell.length() > 60
                ? Optional.empty()
                : layout.decimalStyle().parse(cell);
    }

    // ---- text

    private String payee(Row row, int sign) {
        var inOrder = sign > 0 ? List.of(PAYER, PAYEE, RECIPIENT) : List.of(RECIPIENT, PAYEE, PAYER);
        return inOrder.stream()
                .map(role -> clean(cell(row, role)))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String text(Row row) {
        String text = layout.of(TEXT).stream()
                .map(column -> clean(row.cell(column)))
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            return text;
        }
        String reference = clean(cell(row, REFERENCE));
        return reference.isEmpty() ? clean(cell(row, KIND)) : reference;
    }

    private String cell(Row row, ColumnRole role) {
        var columns = layout.of(role);
        return columns.isEmpty() ? "" : row.cell(columns.getFirst());
    }

    /** One line without what text may not have, and not too long. */
    static String clean(String cell) {
        String clean = UNSEEN.matcher(SPACE.matcher(cell).replaceAll(" "))
                .replaceAll("")
                .strip();
        return clean.codePointCount(0, clean.length()) <= LONGEST_TEXT
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_TEXT));
    }

    private static String excerpt(Row row) {
        return shortened(String.join(
                " | ", row.cells().stream().filter(cell -> !cell.isEmpty()).toList()));
    }

    static String shortened(String text) {
        String clean = clean(text);
        return clean.codePointCount(0, clean.length()) <= 120
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, 119)) + "…";
    }

    /** What a row says about its currency. */
    private static final class CurrencyNames {
        private static final String DOLLARS = "USD AUD CAD NZD SGD HKD MXN";

        private final Currency currency;

        CurrencyNames(Currency currency) {
            this.currency = currency;
        }

        void require(Row row, Layout layout) throws Unusable {
            var said = new ArrayList<String>();
            layout.of(CURRENCY).forEach(column -> said.add(row.cell(column)));
            for (ColumnRole role : List.of(AMOUNT, NET, DEBIT, CREDIT)) {
                for (int column : layout.of(role)) {
                    said.add(row.cell(column).replaceAll("[^\\p{Sc}\\p{L}]", ""));
                    if (layout.of(CURRENCY).isEmpty()
                            && column < layout.header().size()) {
                        Words.currency(layout.header().get(column)).ifPresent(said::add);
                    }
                }
            }
            for (String name : said) {
                if (!name.isEmpty() && isOther(name)) {
                    throw new Unusable(
                            "other_currency",
                            "It is in %s, the account in %s.".formatted(shortened(name), currency.getCurrencyCode()));
                }
            }
        }

        private boolean isOther(String name) {
            String code = currency.getCurrencyCode();
            return switch (name) {
                case "€" -> !code.equals("EUR");
                case "£" -> !code.equals("GBP");
                case "$" -> !DOLLARS.contains(code);
                case "¥" -> !code.equals("JPY") && !code.equals("CNY");
                default ->
                    Contents.isCurrency(name.toUpperCase(Locale.ROOT))
                            && isKnown(name.toUpperCase(Locale.ROOT))
                            && !name.equalsIgnoreCase(code);
            };
        }

        private static boolean isKnown(String code) {
            try {
                return !Currency.getInstance(code).getCurrencyCode().isEmpty();
            } catch (IllegalArgumentException none) {
                return false;
            }
        }
    }
}
