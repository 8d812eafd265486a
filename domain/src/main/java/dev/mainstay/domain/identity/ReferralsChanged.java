package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.DomainEvent;
import java.util.Collection;

/** Referral codes were created, redeemed or removed; every one of them is named. */
public interface ReferralsChanged extends DomainEvent {
    Collection<String> codes();
}
