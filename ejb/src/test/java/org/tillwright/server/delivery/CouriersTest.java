package org.tillwright.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.Test;
import org.tillwright.server.delivery.Outcome.Kind;
import org.tillwright.server.platform.MessagingSettings.Way;

/** Each courier against a real server of its protocol on this machine. */
class CouriersTest {

    private static final UUID REQUEST = UUID.fromString("6a1b2c3d-4e5f-4071-8293-a4b5c6d7e8f9");

    @Test
    void aMailHasTextPageAndPdfAndTheSameNameAtEachAttempt() throws Exception {
        GreenMail server = mailServer();
        try {
            server.setUser("customer@example.org", "shop", "secret");
            MailCourier courier = new MailCourier(mail(server, "secret"));
            assertThat(courier.send(letter("customer@example.org", "Привіт & <b>")
                                    .withPdf())
                            .kind())
                    .isEqualTo(Kind.SENT);
            assertThat(courier.send(letter("customer@example.org", "Привіт & <b>")
                                    .withPdf())
                            .kind())
                    .isEqualTo(Kind.SENT);
            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(2);
            assertThat(received[0].getMessageID())
                    .isEqualTo("<" + REQUEST + "@shop.example>")
                    .isEqualTo(received[1].getMessageID());
            assertThat(received[0].getSubject()).isEqualTo("Ваш чек");
            assertThat(received[0].getFrom()[0]).hasToString("Corner Shop <receipts@shop.example>");
            MimeMultipart mixed = (MimeMultipart) received[0].getContent();
            MimeMultipart both = (MimeMultipart) mixed.getBodyPart(0).getContent();
            assertThat(both.getBodyPart(0).getContent()).isEqualTo("Привіт & <b>");
            assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
            assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("receipt.pdf");
            assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes())
                    .asString()
                    .startsWith("%PDF");
        } finally {
            server.stop();
        }
    }

    @Test
    void theShopsPictureTravelsWithThePageThatShowsIt() throws Exception {
        GreenMail server = mailServer();
        try {
            server.setUser("customer@example.org", "shop", "secret");
            byte[] picture = {(byte) 0x89, 'P', 'N', 'G'};
            new MailCourier(mail(server, "secret"))
                    .send(letter("customer@example.org", "x").with(new Letter.Enclosure("logo", "image/png", picture)));
            MimeMultipart mixed = (MimeMultipart) server.getReceivedMessages()[0].getContent();
            MimeMultipart both = (MimeMultipart) mixed.getBodyPart(0).getContent();
            assertThat(both.getContentType()).startsWith("multipart/alternative");
            MimeMultipart related = (MimeMultipart) both.getBodyPart(1).getContent();
            assertThat(related.getContentType()).startsWith("multipart/related");
            assertThat(related.getBodyPart(0).getContentType()).startsWith("text/html");
            MimeBodyPart logo = (MimeBodyPart) related.getBodyPart(1);
            assertThat(logo.getContentID()).isEqualTo("<logo>");
            assertThat(logo.getContentType()).isEqualTo("image/png");
            assertThat(logo.getInputStream().readAllBytes()).isEqualTo(picture);
        } finally {
            server.stop();
        }
    }

    @Test
    void aWrongPasswordAndAServerThatIsAwayAreTriedAgain() throws Exception {
        GreenMail server = mailServer();
        server.setUser("customer@example.org", "shop", "secret");
        assertThat(new MailCourier(mail(server, "wrong"))
                        .send(letter("customer@example.org", "x").withPdf())
                        .kind())
                .isEqualTo(Kind.LATER);
        MailCourier late = new MailCourier(mail(server, "secret"));
        server.stop();
        assertThat(late.send(letter("customer@example.org", "x").withPdf()).kind())
                .isEqualTo(Kind.LATER);
    }

    @Test
    void aServerWithoutTlsGetsNothingUnlessTheSettingsSaySo() throws Exception {
        GreenMail server = mailServer();
        try {
            Way strict = new Way(
                    URI.create("smtp://127.0.0.1:" + server.getSmtp().getPort()), null, null, "receipts@shop.example");
            Outcome outcome = new MailCourier(strict)
                    .send(letter("customer@example.org", "x").withPdf());
            assertThat(outcome.kind()).isEqualTo(Kind.LATER);
            assertThat(outcome.detail()).contains("STARTTLS");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aTextGoesToThePhoneByTheMessageCentre() throws Exception {
        try (SmsCenter center = new SmsCenter()) {
            SmppCourier courier = new SmppCourier(sms("smpp://127.0.0.1:" + center.port(), SmsCenter.PASSWORD));
            String text = "Corner Shop: receipt 17, total 56.25 EUR. ".repeat(5);
            assertThat(courier.send(letter("+4512345678", text).letter()).kind())
                    .isEqualTo(Kind.SENT);
            assertThat(center.taken).hasSize(2);
            assertThat(center.text()).isEqualTo(text);
            assertThat(center.taken.get(0).getDestAddress()).isEqualTo("4512345678");
            assertThat(center.taken.get(0).getSourceAddr()).isEqualTo("CornerShop");
            center.taken.clear();
            assertThat(courier.send(letter("+380501234567", "Чек 17, сума 56,25")
                                    .letter())
                            .kind())
                    .isEqualTo(Kind.SENT);
            assertThat(center.text()).isEqualTo("Чек 17, сума 56,25");
        }
    }

    @Test
    void theCentresNoCountsForEverOnlyWhereItSaysSo() throws Exception {
        try (SmsCenter center = new SmsCenter()) {
            String url = "smpp://127.0.0.1:" + center.port();
            SmppCourier courier = new SmppCourier(sms(url, SmsCenter.PASSWORD));
            center.refusal = SMPPConstant.STAT_ESME_RINVDSTADR;
            assertThat(courier.send(letter("+4512345678", "x").letter()).kind()).isEqualTo(Kind.REFUSED);
            center.refusal = SMPPConstant.STAT_ESME_RTHROTTLED;
            assertThat(courier.send(letter("+4512345678", "x").letter()).kind()).isEqualTo(Kind.LATER);
            assertThat(new SmppCourier(sms(url, "wrong"))
                            .send(letter("+4512345678", "x").letter())
                            .kind())
                    .isEqualTo(Kind.LATER);
        }
        assertThat(new SmppCourier(sms("smpp://127.0.0.1:" + freePort(), "secret"))
                        .send(letter("+4512345678", "x").letter())
                        .kind())
                .isEqualTo(Kind.LATER);
    }

    @Test
    void anHttpGatewayGetsOneKeyForAllAttempts() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        AtomicInteger status = new AtomicInteger(202);
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        gateway.createContext("/send", exchange -> {
            bodies.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        gateway.start();
        try {
            String url = "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send";
            HttpSmsCourier courier = new HttpSmsCourier(sms(url, "token"));
            assertThat(courier.send(letter("+4512345678", "Æble").letter()).kind())
                    .isEqualTo(Kind.SENT);
            status.set(503);
            assertThat(courier.send(letter("+4512345678", "Æble").letter()).kind())
                    .isEqualTo(Kind.LATER);
            status.set(422);
            assertThat(courier.send(letter("+4512345678", "Æble").letter()).kind())
                    .isEqualTo(Kind.REFUSED);
            assertThat(bodies).hasSize(3).allSatisfy(body -> assertThat(body)
                    .startsWith("Bearer token " + REQUEST)
                    .contains("\"to\":\"+4512345678\"", "\"text\":\"Æble\"", "\"from\":\"CornerShop\""));
        } finally {
            gateway.stop(0);
        }
        assertThat(new HttpSmsCourier(sms("http://127.0.0.1:" + freePort() + "/send", "token"))
                        .send(letter("+4512345678", "x").letter())
                        .kind())
                .isEqualTo(Kind.LATER);
    }

    private static GreenMail mailServer() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static Way mail(GreenMail server, String password) {
        return new Way(
                URI.create("smtp://127.0.0.1:" + server.getSmtp().getPort() + "?tls=none"),
                "shop",
                password,
                "receipts@shop.example");
    }

    private static Way sms(String url, String password) {
        return new Way(URI.create(url), SmsCenter.USER, password, "CornerShop");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Draft letter(String address, String text) {
        return new Draft(address, text);
    }

    private record Draft(String address, String text) {

        Letter letter() {
            return new Letter(
                    REQUEST, address, "Corner Shop", "Ваш чек", text, "", Letter.Enclosure.NONE, Letter.Enclosure.NONE);
        }

        Letter withPdf() {
            return with(Letter.Enclosure.NONE);
        }

        Letter with(Letter.Enclosure logo) {
            return new Letter(
                    REQUEST,
                    address,
                    "Corner Shop",
                    "Ваш чек",
                    text,
                    "<p>" + text.length() + "</p>",
                    new Letter.Enclosure(
                            "receipt.pdf", "application/pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)),
                    logo);
        }
    }
}
