package dev.mainstay.postgres.plans;

import dev.mainstay.application.plans.Payments;
import dev.mainstay.postgres.sql.Database;

/**
 * Pretends to take money: accepts every payment but those by one payment method, and notes them in {@code plans.development_payment}.
 * A provider of real payments takes its place in one line of the wiring.
 */
public final class DevelopmentPayments implements Payments {

    private final Database database;
    private final String declinedMethod;

    /**
     * Over that database.
     *
     * @param declinedMethod the token of the payment method that is declined
     */
    public DevelopmentPayments(Database database, String declinedMethod) {
        this.database = database;
        this.declinedMethod = declinedMethod;
    }

    @Override
    public Answer charge(Order order) {
        boolean accepted = database.run(() -> {
            note(order, !order.method().token().equals(declinedMethod));
            return database.read(
                    handle -> handle.createQuery("SELECT accepted FROM plans.development_payment WHERE key = :key")
                            .bind("key", order.key())
                            .mapTo(Boolean.class)
                            .one());
        });
        return accepted
                ? new Answer.Paid("development-" + order.key())
                : new Answer.Declined("declined by the development adapter");
    }

    private void note(Order order, boolean accepted) {
        database.execute(handle -> handle.createUpdate("""
                        INSERT INTO plans.development_payment (key, owner, currency, minor_units, what, accepted)
                        VALUES (:key, :owner, :currency, :minorUnits, :what, :accepted)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .bind("key", order.key())
                .bind("owner", order.user().value())
                .bind("currency", order.amount().currency().getCurrencyCode())
                .bind("minorUnits", order.amount().minorUnits())
                .bind("what", order.what())
                .bind("accepted", accepted)
                .execute());
    }
}
