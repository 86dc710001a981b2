package org.tillwright.server.delivery;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.tillwright.server.platform.MessagingSettings;

/** Hands letters to a mail server: text, page and PDF in one mail, TLS unless the settings say otherwise. */
final class MailCourier implements Courier {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;

    /** The server's own word that it will never take this, as against not now. */
    private static final int FOR_EVER = 5;

    private static final String PATIENCE_MILLIS = "15000";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MessagingSettings.Way way;
    private final Session session;

    MailCourier(MessagingSettings.Way way) {
        this.way = way;
        this.session = Session.getInstance(properties(way));
    }

    private static Properties properties(MessagingSettings.Way way) {
        URI server = way.server();
        boolean isTls = server.getScheme().equals("smtps");
        boolean isPlain = "tls=none".equals(server.getQuery());
        int port = server.getPort() > 0 ? server.getPort() : isTls ? SUBMISSION_TLS : SUBMISSION;
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", server.getHost());
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(way.user() != null));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(isTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(!isTls && !isPlain));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(!isTls && !isPlain));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return properties;
    }

    @Override
    public Outcome send(Letter letter) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The mail library finds what writes multiparts by this loader, and the timer's thread may have any.
        thread.setContextClassLoader(Session.class.getClassLoader());
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = messageOf(letter);
            transport.connect(way.user(), way.password());
            transport.sendMessage(message, message.getAllRecipients());
            return Outcome.sent("taken by " + way.server().getHost());
        } catch (AuthenticationFailedException e) {
            return Outcome.later("the mail server does not accept the account: " + e.getMessage());
        } catch (SendFailedException e) {
            return isForEver(e) ? Outcome.refused(told(e)) : Outcome.later(told(e));
        } catch (MessagingException e) {
            return Outcome.later(told(e));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The innermost sentence is the server's. */
    private static String told(MessagingException failure) {
        String told = String.valueOf(failure.getMessage());
        for (Exception next = failure.getNextException();
                next instanceof MessagingException nested;
                next = nested.getNextException()) {
            told = String.valueOf(nested.getMessage());
        }
        return told;
    }

    private static boolean isForEver(SendFailedException failure) {
        return told(failure).strip().startsWith(Integer.toString(FOR_EVER));
    }

    private MimeMessage messageOf(Letter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new Named(session, "<" + letter.requestId() + "@" + host(way.from()) + ">");
        message.setFrom(new InternetAddress(way.from(), letter.senderName(), UTF_8));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
        message.setSubject(letter.subject(), UTF_8);
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.html().isEmpty()) {
            message.setText(letter.text(), UTF_8, "plain");
        } else {
            message.setContent(mixed(letter));
        }
        message.saveChanges();
        return message;
    }

    private static MimeMultipart mixed(Letter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8, "plain");
        MimeBodyPart page = new MimeBodyPart();
        page.setText(letter.html(), UTF_8, "html");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(
                new MimeMultipart("alternative", text, letter.logo().isThere() ? withLogo(page, letter) : page));
        MimeBodyPart pdf = part(letter.pdf());
        pdf.setFileName(letter.pdf().fileName());
        pdf.setDisposition(MimeBodyPart.ATTACHMENT);
        return new MimeMultipart("mixed", both, pdf);
    }

    private static MimeBodyPart withLogo(MimeBodyPart page, Letter letter) throws MessagingException {
        MimeBodyPart logo = part(letter.logo());
        logo.setContentID("<" + MailPage.LOGO + ">");
        logo.setDisposition(MimeBodyPart.INLINE);
        MimeBodyPart related = new MimeBodyPart();
        related.setContent(new MimeMultipart("related", page, logo));
        return related;
    }

    private static MimeBodyPart part(Letter.Enclosure enclosure) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(enclosure.content(), enclosure.mediaType())));
        return part;
    }

    private static String host(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** The same request has the same name at every attempt, so that a mailbox can tell a mail that came twice. */
    private static final class Named extends MimeMessage {

        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
