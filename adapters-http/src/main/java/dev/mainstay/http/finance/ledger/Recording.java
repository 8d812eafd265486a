package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.RecordedTransaction;
import dev.mainstay.application.finance.ledger.RehearseTransaction;
import dev.mainstay.application.finance.ledger.ShowLedger;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers requests that record a transaction: once per key, or, as a dry run, not at all and without using up the key. */
@Singleton
@Requires(property = "mainstay.features.finance", notEquals = "false")
final class Recording {

    private final RehearseTransaction rehearse;
    private final ShowLedger show;
    private final IdempotentPosts posts;

    Recording(RehearseTransaction rehearse, ShowLedger show, IdempotentPosts posts) {
        this.rehearse = rehearse;
        this.show = show;
        this.posts = posts;
    }

    HttpResponse<?> answer(
            HttpRequest<?> request, Caller caller, @Nullable String dryRun, Supplier<Transaction> recording) {
        if (isTrue(dryRun)) {
            var outcome = rehearse.of(caller.user(), recording);
            return HttpResponse.ok(DryRunJson.from(outcome.transaction(), outcome.balances()));
        }
        return posts.once(request, caller, () -> {
            var recorded = show.transaction(caller.user(), recording.get().id());
            var location = URI.create("/api/v1/finance/transactions/"
                    + recorded.transaction().id().value());
            return tagged(HttpResponse.created(TransactionJson.from(recorded), location), recorded);
        });
    }

    static HttpResponse<TransactionJson> ok(RecordedTransaction recorded) {
        return tagged(HttpResponse.ok(TransactionJson.from(recorded)), recorded);
    }

    /** The tag also tells apart what is said about the transaction, which has a version of its own. */
    private static HttpResponse<TransactionJson> tagged(
            MutableHttpResponse<TransactionJson> response, RecordedTransaction recorded) {
        return response.header(HttpHeaders.ETAG, Etags.of(recorded.transaction().version(), recorded));
    }

    /** Micronaut would take whatever is not "true" for false. */
    private static boolean isTrue(@Nullable String text) {
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw new Invalid("dryRun", "wrong_type", "must be true or false");
        };
    }
}
