package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.domain.refusal.Invalid;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/**
 * A bank's file, read.
 *
 * @param rows every row below the header that is not blank, in the order of the file
 * @param remembered whether an earlier import of a file with the same header said what its columns are
 * @param guessedDays whether no row tells day first from month first; look before you book
 * @param balancesCompared how many neighbouring rows say balances
 * @param balancesAgreeing of how many of them the amounts explain the balances
 */
public record StatementFile(
        Layout layout,
        List<StatementRow> rows,
        boolean remembered,
        boolean guessedDays,
        int balancesCompared,
        int balancesAgreeing) {

    public static final int MOST_ROWS = StatementReader.MOST_ROWS;

    public StatementFile {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @param currency the account's; rows in another are refused
     * @param creditCard whether the account is one, of which most rows are charges
     * @param told what the reader of it says it means
     * @param remembered what is remembered of files with that {@link Layout#headerKey}; {@link Told#NOTHING} if nothing is
     * @throws Invalid if it is no table, or nobody can tell its days and amounts, or it has more than {@value #MOST_ROWS} rows
     */
    public static StatementFile read(
            byte[] file, Currency currency, boolean creditCard, Told told, Function<String, Told> remembered) {
        var found = new Detection(file, currency, creditCard, told, remembered).run();
        if (found.rows().size() > MOST_ROWS) {
            throw new Invalid("body", "too_many_rows", "must have at most " + MOST_ROWS + " rows; split it");
        }
        var rows = Fingerprints.given(new StatementReader(found.layout(), currency).read(found.rows()));
        return new StatementFile(
                found.layout(),
                rows,
                found.remembered(),
                found.guessedDays(),
                Balances.compared(rows),
                Balances.agreeing(rows));
    }
}
