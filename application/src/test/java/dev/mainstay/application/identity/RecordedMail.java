package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.LetterKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps letters instead of sending them; may be told to fail. */
public final class RecordedMail implements CodeDelivery {

    private final List<Mail> delivered = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    @Override
    public void deliver(Mail mail) {
        if (broken) {
            throw new Undelivered("the post is on strike", null);
        }
        delivered.add(mail);
    }

    public void broken(boolean now) {
        broken = now;
    }

    public List<Mail> delivered() {
        return List.copyOf(delivered);
    }

    /** The code in the latest letter of the kind to the address. */
    public String code(String email, LetterKind kind) {
        return delivered.reversed().stream()
                .filter(mail -> mail.kind() == kind && mail.to().email().value().equals(email))
                .flatMap(mail -> mail.code().stream())
                .findFirst()
                .orElseThrow();
    }
}
