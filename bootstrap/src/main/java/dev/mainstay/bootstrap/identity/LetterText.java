package dev.mainstay.bootstrap.identity;

import dev.mainstay.application.identity.CodeDelivery.Mail;
import java.time.temporal.ChronoUnit;

/** What stands in a letter. */
record LetterText(String subject, String body) {

    static LetterText of(Mail mail) {
        return switch (mail.kind()) {
            case VERIFY_EMAIL -> new LetterText("Confirm your e-mail address", """
                    Welcome!

                    Your code to confirm this address: %s
                    %s
                    If you did not register, ignore this message.
                    """.formatted(code(mail), until(mail)));
            case RESET_PASSWORD -> new LetterText("Set a new password", """
                    Hello,

                    Your code to set a new password: %s
                    %s
                    If you did not ask for it, ignore this message; your password stays as it is.
                    """.formatted(code(mail), until(mail)));
            case ALREADY_REGISTERED -> new LetterText("You already have an account", """
                    Hello,

                    somebody, perhaps you, tried to register with this address. You already have an account: log in, or let us send
                    you a code to set a new password. If it was not you, there is nothing to do.
                    """);
        };
    }

    /** In two groups, for it is typed by hand. */
    private static String code(Mail mail) {
        String code = mail.code().orElseThrow();
        return code.substring(0, 4) + "-" + code.substring(4);
    }

    private static String until(Mail mail) {
        return "It is good until " + mail.goodUntil().orElseThrow().truncatedTo(ChronoUnit.SECONDS)
                + " and for five attempts; a newer code replaces it.";
    }
}
