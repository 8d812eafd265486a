package dev.mainstay.http.finance.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.mainstay.application.finance.ledger.RecordedTransaction;
import dev.mainstay.application.finance.ledger.ShowLedger;
import dev.mainstay.application.finance.ledger.TransactionFilter;
import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToAccount;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToCategory;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToNominal;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.http.files.Cells;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's transactions as a table with a row for each posting, a page of transactions at a time, in UTF-8 with CRLF. */
final class TransactionTable implements Iterator<byte[]> {

    private static final List<String> COLUMNS = List.of(
            "transaction",
            "line",
            "status",
            "at",
            "day",
            "description",
            "account",
            "category",
            "nominal",
            "amount",
            "currency",
            "memo",
            "origin",
            "reverses",
            "payee",
            "tags",
            "notes");

    private final ShowLedger show;
    private final UserId owner;
    private @Nullable Cursor after;
    private boolean begun;

    TransactionTable(ShowLedger show, UserId owner) {
        this.show = show;
        this.owner = owner;
    }

    @Override
    public boolean hasNext() {
        return !begun || after != null;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var page = show.transactions(owner, TransactionFilter.ALL, new PageRequest(PageRequest.MAX_LIMIT, after));
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            if (!begun) {
                csv.writeRecord(COLUMNS);
            }
            page.items().forEach(recorded -> write(csv, recorded));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        begun = true;
        after = page.next();
        return text.toString().getBytes(UTF_8);
    }

    private static void write(CsvWriter csv, RecordedTransaction recorded) {
        var lines = recorded.transaction().content().postings().lines();
        for (int line = 0; line < lines.size(); line++) {
            csv.writeRecord(cells(recorded, line, lines.get(line)));
        }
    }

    /** What people have typed is kept from being run as a formula; amounts are numbers, also those below zero. */
    private static List<String> cells(RecordedTransaction recorded, int line, Posting posting) {
        var transaction = recorded.transaction();
        var content = transaction.content();
        var said = recorded.annotation();
        var target = posting.target();
        return List.of(
                transaction.id().value().toString(),
                Integer.toString(line),
                transaction.status().name(),
                content.at().toString(),
                content.day().toString(),
                Cells.protect(content.description().value()),
                target instanceof ToAccount(var id) ? id.value().toString() : "",
                target instanceof ToCategory(var id) ? id.value().toString() : "",
                target instanceof ToNominal(var nominal) ? nominal.name() : "",
                posting.amount().decimal().toPlainString(),
                posting.amount().currency().getCurrencyCode(),
                Cells.protect(posting.memo()),
                transaction.origin().name(),
                transaction.reverses() == null
                        ? ""
                        : text(transaction.reverses().value()),
                said.payee() == null ? "" : text(said.payee().value()),
                Cells.protect(Cells.join(said.tags().values())),
                Cells.protect(said.notes().value()));
    }

    private static String text(UUID id) {
        return id.toString();
    }
}
