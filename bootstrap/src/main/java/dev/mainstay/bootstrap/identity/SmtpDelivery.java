package dev.mainstay.bootstrap.identity;

import dev.mainstay.application.identity.CodeDelivery;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Hands letters to a mail server by SMTP, over TLS and with its certificate checked; every step has a time limit. */
final class SmtpDelivery implements CodeDelivery {

    private static final String STEP_MILLIS = "15000";

    private final SmtpUrl url;
    private final InternetAddress from;
    private final Session session;

    SmtpDelivery(SmtpUrl url, String from) {
        this.url = url;
        try {
            this.from = new InternetAddress(from, true);
        } catch (AddressException malformed) {
            throw new IllegalArgumentException("MAIL_FROM must be an e-mail address", malformed);
        }
        this.session = Session.getInstance(properties(url));
    }

    private static Properties properties(SmtpUrl url) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", STEP_MILLIS);
        properties.setProperty("mail.smtp.timeout", STEP_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", STEP_MILLIS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(!url.user().isEmpty()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(url.tlsFromStart()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(!url.tlsFromStart()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(!url.tlsFromStart() && !url.local()));
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }

    @Override
    public void deliver(Mail mail) {
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(url.host(), url.port(), url.user().isEmpty() ? null : url.user(), url.password());
            var message = message(mail);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failure) {
            // The server's words may repeat the recipient, so they stay out of the row and of the log.
            throw new Undelivered(
                    "the mail server " + url + " did not take it ("
                            + failure.getClass().getSimpleName() + ")",
                    null);
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        LetterText text = LetterText.of(mail);
        var message = new MimeMessage(session);
        message.setFrom(from);
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.to().email().value()));
        message.setSubject(text.subject(), "UTF-8");
        message.setText(text.body(), "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }
}
