package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.identity.OwnedData;
import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.AppliedRate;
import dev.mainstay.domain.finance.ledger.Attachment;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToAccount;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToCategory;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToNominal;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All of a user's books (U13). Amounts are plain decimals as text. */
public final class LedgerOwnedData implements OwnedData {

    private final LedgerAccounts accounts;
    private final Categories categories;
    private final Payees payees;
    private final Annotations annotations;
    private final LedgerReader reader;

    public LedgerOwnedData(
            LedgerAccounts accounts,
            Categories categories,
            Payees payees,
            Annotations annotations,
            LedgerReader reader) {
        this.accounts = accounts;
        this.categories = categories;
        this.payees = payees;
        this.annotations = annotations;
        this.reader = reader;
    }

    /** An account. */
    public record ExportedAccount(
            String id,
            String kind,
            String name,
            String currency,
            Instant createdAt,
            @Nullable Instant closedAt) {}

    /** A category. */
    public record ExportedCategory(
            String id,
            String kind,
            String name,
            @Nullable String parent,
            @Nullable Instant archivedAt) {}

    /** A payee. */
    public record ExportedPayee(
            String id, String name, @Nullable String category) {}

    /** A transaction with everything that belongs to it. */
    public record ExportedTransaction(
            String id,
            String status,
            Instant at,
            LocalDate day,
            String description,
            String origin,
            List<ExportedPosting> postings,
            @Nullable ExportedRate rate,
            @Nullable String reverses,
            @Nullable String payee,
            String notes,
            List<String> tags,
            List<ExportedAttachment> attachments,
            Instant createdAt,
            @Nullable Instant postedAt) {}

    /**
     * A posting.
     *
     * @param target the id of an account or a category, or the name of what is nominal
     */
    public record ExportedPosting(String kind, String target, String amount, String currency, String memo) {

        static ExportedPosting from(Posting posting) {
            return new ExportedPosting(
                    kind(posting.target()),
                    target(posting.target()),
                    posting.amount().decimal().toPlainString(),
                    posting.amount().currency().getCurrencyCode(),
                    posting.memo());
        }

        private static String kind(PostingTarget target) {
            return switch (target) {
                case ToAccount ignored -> "ACCOUNT";
                case ToCategory ignored -> "CATEGORY";
                case ToNominal ignored -> "NOMINAL";
            };
        }

        private static String target(PostingTarget target) {
            return switch (target) {
                case ToAccount(var id) -> id.value().toString();
                case ToCategory(var id) -> id.value().toString();
                case ToNominal(var nominal) -> nominal.name();
            };
        }
    }

    /** The rate of a transaction. */
    public record ExportedRate(String from, String to, String rate, LocalDate day, String source) {

        static @Nullable ExportedRate from(@Nullable AppliedRate rate) {
            return rate == null
                    ? null
                    : new ExportedRate(
                            rate.from().getCurrencyCode(),
                            rate.to().getCurrencyCode(),
                            rate.value().toPlainString(),
                            rate.day(),
                            rate.source().name());
        }
    }

    /** What is known of a file. */
    public record ExportedAttachment(String name, String mediaType, long size, String sha256) {

        static ExportedAttachment from(Attachment attachment) {
            return new ExportedAttachment(
                    attachment.name(), attachment.mediaType(), attachment.size(), attachment.sha256());
        }
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section("finance.accounts", this::accounts),
                new Section("finance.categories", this::categories),
                new Section("finance.payees", this::payees),
                new Section("finance.transactions", this::transactions));
    }

    private void accounts(UserId owner, Consumer<Object> row) {
        accounts.all(owner)
                .forEach(account -> row.accept(new ExportedAccount(
                        account.id().value().toString(),
                        account.kind().name(),
                        account.name().value(),
                        account.currency().getCurrencyCode(),
                        account.createdAt(),
                        account.closedAt())));
    }

    private void categories(UserId owner, Consumer<Object> row) {
        categories
                .all(owner)
                .forEach(category -> row.accept(new ExportedCategory(
                        category.id().value().toString(),
                        category.kind().name(),
                        category.name().value(),
                        category.parent() == null
                                ? null
                                : category.parent().value().toString(),
                        category.archivedAt())));
    }

    private void payees(UserId owner, Consumer<Object> row) {
        each(
                page -> payees.page(owner, page),
                payee -> row.accept(new ExportedPayee(
                        payee.id().value().toString(),
                        payee.name().value(),
                        payee.category() == null
                                ? null
                                : payee.category().value().toString())));
    }

    private void transactions(UserId owner, Consumer<Object> row) {
        each(
                page -> reader.transactions(owner, TransactionFilter.ALL, page),
                recorded -> row.accept(exported(recorded, owner)));
    }

    private ExportedTransaction exported(RecordedTransaction recorded, UserId owner) {
        var transaction = recorded.transaction();
        var content = transaction.content();
        var said = recorded.annotation();
        var attachments =
                recorded.attachments() == 0 ? List.<Attachment>of() : annotations.attachments(transaction.id(), owner);
        return new ExportedTransaction(
                transaction.id().value().toString(),
                transaction.status().name(),
                content.at(),
                content.day(),
                content.description().value(),
                transaction.origin().name(),
                content.postings().lines().stream().map(ExportedPosting::from).toList(),
                ExportedRate.from(content.rate()),
                transaction.reverses() == null
                        ? null
                        : transaction.reverses().value().toString(),
                said.payee() == null ? null : said.payee().value().toString(),
                said.notes().value(),
                said.tags().values(),
                attachments.stream().map(ExportedAttachment::from).toList(),
                transaction.createdAt(),
                transaction.postedAt());
    }

    /** Reads page by page, so that never more than one lies in memory. */
    private static <T> void each(Function<PageRequest, Page<T>> reading, Consumer<T> item) {
        @Nullable Cursor after = null;
        do {
            var page = reading.apply(new PageRequest(PageRequest.MAX_LIMIT, after));
            page.items().forEach(item);
            after = page.next();
        } while (after != null);
    }
}
