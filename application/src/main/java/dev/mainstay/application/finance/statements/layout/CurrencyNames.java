package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.Records.Row;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Locale;

/** What a row says about its currency. */
final class CurrencyNames {

    private static final String DOLLARS = "USD AUD CAD NZD SGD HKD MXN";

    private final Currency currency;

    CurrencyNames(Currency currency) {
        this.currency = currency;
    }

    /** Refuses a row that names another currency than the account's. */
    void require(Row row, Layout layout) throws Unusable {
        var said = new ArrayList<String>();
        layout.of(ColumnRole.CURRENCY).forEach(column -> said.add(row.cell(column)));
        for (ColumnRole role : Cells.AMOUNTS) {
            for (int column : layout.of(role)) {
                said.add(row.cell(column).replaceAll("[^\\p{Sc}\\p{L}]", ""));
                if (layout.of(ColumnRole.CURRENCY).isEmpty()
                        && column < layout.header().size()) {
                    Words.currency(layout.header().get(column)).ifPresent(said::add);
                }
            }
        }
        for (String name : said) {
            if (!name.isEmpty() && isOther(name)) {
                throw new Unusable(
                        "other_currency",
                        "It is in %s, the account in %s.".formatted(Cells.shortened(name), currency.getCurrencyCode()));
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
