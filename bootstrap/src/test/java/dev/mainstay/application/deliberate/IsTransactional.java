package dev.mainstay.application.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;

@Violates("nothing_opens_a_transaction_by_an_annotation")
final class IsTransactional {
    private IsTransactional() {}

    @Transactional
    static void write() {}

    private @interface Transactional {}
}
