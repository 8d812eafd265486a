package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.Balance;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the books in memory by summing everything. */
public final class InMemoryLedgerReader implements LedgerReader {

    private static final Comparator<Transaction> OLDEST_FIRST = Comparator.comparing(
                    (Transaction transaction) -> transaction.content().at())
            .thenComparing(transaction -> transaction.id().value().toString());

    private final InMemoryLedgerAccounts accounts;
    private final InMemoryLedgerTransactions transactions;
    private final InMemoryAnnotations annotations;

    public InMemoryLedgerReader(
            InMemoryLedgerAccounts accounts, InMemoryLedgerTransactions transactions, InMemoryAnnotations annotations) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.annotations = annotations;
    }

    @Override
    public Map<LedgerAccountId, Balance> balances(UserId owner, Collection<LedgerAccountId> ids) {
        return accounts.all(owner).stream()
                .filter(account -> ids.contains(account.id()))
                .collect(Collectors.toMap(
                        LedgerAccount::id,
                        account -> new Balance(
                                sum(account, TransactionStatus.POSTED), sum(account, TransactionStatus.PENDING))));
    }

    private Money sum(LedgerAccount account, TransactionStatus status) {
        return new Money(transactions.sum(account.id(), status).longValueExact(), account.currency());
    }

    @Override
    public Money balanceAt(LedgerAccount account, Instant at) {
        return lines(account).stream()
                .filter(line ->
                        line.status() == TransactionStatus.POSTED && !line.at().isAfter(at))
                .map(RegisterLine::amount)
                .reduce(Money.zero(account.currency()), Money::plus);
    }

    @Override
    public Page<RegisterLine> register(LedgerAccount account, PageRequest page) {
        var after = page.after();
        var lines = new ArrayList<>(lines(account));
        Collections.reverse(lines);
        var places = lines.stream().map(InMemoryLedgerReader::place).toList();
        int from = after == null ? 0 : places.indexOf(after) + 1;
        return Page.of(
                lines.subList(from, Math.min(lines.size(), from + page.limit() + 1)),
                page.limit(),
                InMemoryLedgerReader::place);
    }

    private static Cursor place(RegisterLine line) {
        return new Cursor(
                LATEST_FIRST,
                List.of(line.at().toString(), line.transaction().value().toString(), Integer.toString(line.line())));
    }

    /** Oldest first, each with the balance after it. */
    private List<RegisterLine> lines(LedgerAccount account) {
        var balance = Money.zero(account.currency());
        var lines = new ArrayList<RegisterLine>();
        var all = transactions.stream()
                .filter(each -> each.status() != TransactionStatus.VOID)
                .sorted(OLDEST_FIRST)
                .toList();
        for (Transaction transaction : all) {
            var postings = transaction.content().postings().lines();
            for (int i = 0; i < postings.size(); i++) {
                var posting = postings.get(i);
                if (!posting.target().equals(PostingTarget.to(account.id()))) {
                    continue;
                }
                balance = transaction.status() == TransactionStatus.POSTED ? balance.plus(posting.amount()) : balance;
                lines.add(new RegisterLine(
                        transaction.id(),
                        i,
                        transaction.content().at(),
                        transaction.content().day(),
                        transaction.status(),
                        transaction.origin(),
                        transaction.content().description(),
                        posting.memo(),
                        posting.amount(),
                        balance));
            }
        }
        return lines;
    }

    @Override
    public RecordedTransaction transaction(TransactionId id, UserId owner) {
        return recorded(transactions.get(id, owner));
    }

    private RecordedTransaction recorded(Transaction transaction) {
        return new RecordedTransaction(
                transaction,
                annotations.get(transaction.id(), transaction.owner()),
                transactions.reversalOf(transaction.id()).orElse(null),
                annotations.attachments(transaction.id(), transaction.owner()).size());
    }

    @Override
    public Page<RecordedTransaction> transactions(UserId owner, TransactionFilter filter, PageRequest page) {
        var after = page.after();
        Stream<Transaction> all = transactions.stream()
                .filter(transaction -> transaction.owner().equals(owner))
                .sorted(OLDEST_FIRST.reversed());
        var found = all.map(this::recorded)
                .filter(recorded -> passes(recorded, filter))
                .dropWhile(recorded -> after != null && !place(recorded).equals(after))
                .skip(after == null ? 0 : 1)
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page.limit(), InMemoryLedgerReader::place);
    }

    private static Cursor place(RecordedTransaction recorded) {
        return new Cursor(
                LATEST_FIRST,
                List.of(
                        recorded.transaction().content().at().toString(),
                        recorded.transaction().id().value().toString()));
    }

    private static boolean passes(RecordedTransaction recorded, TransactionFilter filter) {
        var content = recorded.transaction().content();
        var said = recorded.annotation();
        var text = filter.text() == null ? "" : filter.text().toLowerCase(Locale.ROOT);
        return (filter.account() == null || content.postings().accounts().contains(filter.account()))
                && (filter.category() == null || content.postings().categories().contains(filter.category()))
                && (filter.payee() == null || filter.payee().equals(said.payee()))
                && (filter.tag() == null || said.tags().values().contains(filter.tag()))
                && (filter.status().isEmpty()
                        || filter.status().contains(recorded.transaction().status()))
                && (filter.from() == null || !content.day().isBefore(filter.from()))
                && (filter.to() == null || !content.day().isAfter(filter.to()))
                && (content.description().key().contains(text)
                        || said.notes().value().toLowerCase(Locale.ROOT).contains(text));
    }
}
