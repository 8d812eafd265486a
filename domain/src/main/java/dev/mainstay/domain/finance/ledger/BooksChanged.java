package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;

/** Something in a user's books is no longer as it was; whatever shows their books listens to this. */
public sealed interface BooksChanged extends DomainEvent
        permits AccountChanged,
                AnnotationChanged,
                CategoryChanged,
                PayeeChanged,
                TransactionPosted,
                TransactionRecorded,
                TransactionReplaced,
                TransactionVoided {

    UserId owner();
}
