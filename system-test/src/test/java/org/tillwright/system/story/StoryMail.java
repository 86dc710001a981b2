package org.tillwright.system.story;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The mail server that the shop sends receipts by. */
final class StoryMail implements AutoCloseable {

    private static final String USER = "shop";
    private static final String PASSWORD = "secret";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final GreenMail mail;

    private StoryMail(GreenMail mail) {
        this.mail = mail;
    }

    static StoryMail open() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mail.setUser(USER + "@shop.example", USER, PASSWORD);
        return new StoryMail(mail);
    }

    /** What the store server is told of it. */
    Map<String, String> settings(java.nio.file.Path directory) throws IOException {
        java.nio.file.Path password = java.nio.file.Files.writeString(directory.resolve("smtp"), PASSWORD + "\n");
        return Map.of(
                "TILLWRIGHT_SMTP_URL",
                "smtp://127.0.0.1:" + mail.getSmtp().getPort() + "?tls=none",
                "TILLWRIGHT_SMTP_USER",
                USER,
                "TILLWRIGHT_SMTP_PASSWORD_FILE",
                password.toString(),
                "TILLWRIGHT_MAIL_FROM",
                "receipts@shop.example");
    }

    /** Waits for the letter to somebody. */
    Letter letterTo(String address) throws MessagingException, IOException {
        if (!Patience.comes(PATIENCE, () -> find(address).isPresent())) {
            throw new AssertionError("nothing was mailed to " + address);
        }
        MimeMessage message = find(address).orElseThrow();
        Multipart mixed = (Multipart) message.getContent();
        Multipart both = (Multipart) mixed.getBodyPart(0).getContent();
        return new Letter(
                message.getSubject(),
                String.valueOf(both.getBodyPart(0).getContent()),
                mixed.getBodyPart(1).getInputStream().readAllBytes());
    }

    private Optional<MimeMessage> find(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .findFirst();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                    .anyMatch(to -> to.toString().contains(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        mail.stop();
    }
}
