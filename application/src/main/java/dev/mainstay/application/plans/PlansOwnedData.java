package dev.mainstay.application.plans;

import dev.mainstay.application.identity.OwnedData;
import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Charge.Purpose;
import dev.mainstay.domain.plans.Charge.Status;
import dev.mainstay.domain.plans.ChargeId;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Standing.State;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A user's subscriptions and charges, for their export (U13); what they pay by is worth money and stays out. */
public final class PlansOwnedData implements OwnedData {

    private final Subscriptions subscriptions;
    private final Charges charges;

    public PlansOwnedData(Subscriptions subscriptions, Charges charges) {
        this.subscriptions = subscriptions;
        this.charges = charges;
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(
                        "plans.subscriptions",
                        (owner, row) -> each(page -> subscriptions.history(owner, page), SubscriptionRow::of, row)),
                new Section(
                        "plans.charges", (owner, row) -> each(page -> charges.page(owner, page), ChargeRow::of, row)));
    }

    private static <T> void each(Function<PageRequest, Page<T>> list, Function<T, Object> toRow, Consumer<Object> row) {
        @Nullable Cursor next = null;
        do {
            var page = list.apply(new PageRequest(PageRequest.MAX_LIMIT, next));
            page.items().stream().map(toRow).forEach(row);
            next = page.next();
        } while (next != null);
    }

    private record SubscriptionRow(
            SubscriptionId id,
            PlanCode plan,
            State state,
            String price,
            Instant startedAt,
            Instant periodFrom,
            Instant periodTo,
            Optional<PlanCode> next) {
        static SubscriptionRow of(Subscription row) {
            return new SubscriptionRow(
                    row.id(),
                    row.plan(),
                    row.standing().state(),
                    row.price().amount().toString(),
                    row.startedAt(),
                    row.period().from(),
                    row.period().to(),
                    row.next());
        }
    }

    private record ChargeRow(
            ChargeId id,
            SubscriptionId subscription,
            Purpose purpose,
            PlanCode plan,
            Status status,
            Instant at,
            String charged,
            String unused,
            String fromCredit,
            String toCredit,
            String due) {
        static ChargeRow of(Charge row) {
            var bill = row.bill();
            return new ChargeRow(
                    row.id(),
                    row.subscription(),
                    row.purpose(),
                    row.plan(),
                    row.status(),
                    row.at(),
                    text(bill.charged()),
                    text(bill.unused()),
                    text(bill.fromCredit()),
                    text(bill.toCredit()),
                    text(bill.due()));
        }

        private static String text(Money amount) {
            return amount.toString();
        }
    }
}
