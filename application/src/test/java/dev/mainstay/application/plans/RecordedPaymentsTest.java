package dev.mainstay.application.plans;

import dev.mainstay.domain.identity.UserId;
import java.util.UUID;

class RecordedPaymentsTest extends PaymentsContract {

    private final RecordedPayments payments = new RecordedPayments();

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected UserId newUser() {
        return new UserId(new UUID(1, 1));
    }
}
