package org.tillwright.system.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.system.ServerProcess;
import org.tillwright.system.TestPlace;
import org.tillwright.system.TestRegister;
import org.tillwright.system.console.ShopTill;
import org.tillwright.wire.ReceiptRequestMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.receipt.TransactionCode;

/** A receipt on its way from a register's record through the real server to a real mail server; and the invoice of the same sale. */
class SentReceiptsTest {

    private static final String PLACE = "sent-receipts";
    private static final long PATIENCE_MILLIS = 90_000;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private ServerProcess server;

    @BeforeEach
    void open() throws Exception {
        mail.start();
        Path place = TestPlace.directory(PLACE);
        Path password = Files.writeString(place.resolve("smtp"), "secret\n");
        mail.setUser("maja@example.org", "shop", "secret");
        server = ServerProcess.start(
                TestPlace.root(),
                place.resolve("server"),
                ServerProcess.freePort(),
                Map.of(
                        "TILLWRIGHT_DEMO",
                        "true",
                        "TILLWRIGHT_SMTP_URL",
                        "smtp://127.0.0.1:" + mail.getSmtp().getPort() + "?tls=none",
                        "TILLWRIGHT_SMTP_USER",
                        "shop",
                        "TILLWRIGHT_SMTP_PASSWORD_FILE",
                        password.toString(),
                        "TILLWRIGHT_MAIL_FROM",
                        "receipts@shop.example"));
    }

    @AfterEach
    void close() throws Exception {
        if (server != null) {
            server.close();
        }
        mail.stop();
        TestPlace.delete(PLACE);
    }

    @Test
    void theReceiptArrivesByMailAndTheInvoiceIsThere() throws Exception {
        String code = server.firstStart().codes().stream()
                .filter(known -> known.workstationId().equals("till-01"))
                .findFirst()
                .orElseThrow()
                .code();
        ShopTill till = ShopTill.enrol(new TestRegister(server.address()), code, "cashier-1");
        till.open();
        String item = till.snapshot().items().stream()
                .filter(one -> one.unit().equals("PIECE")
                        && one.unitPriceMicro() != null
                        && !one.codes().isEmpty())
                .findFirst()
                .orElseThrow()
                .codes()
                .get(0);
        SaleMessage sale = till.sell(item);
        TestRegister.Answer told = till.tell(
                RecordKind.RECEIPT_REQUESTED,
                new ReceiptRequestMessage(
                        UUID.randomUUID(),
                        sale.storeId(),
                        sale.transactionId(),
                        "cashier-1",
                        "EMAIL",
                        "maja@example.org",
                        "uk",
                        Instant.now()));
        assertThat(told.status()).as(told.text()).isEqualTo(201);
        assertThat(mail.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();
        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(received.getSubject()).startsWith("Ваш чек від ");
        MimeMultipart mixed = (MimeMultipart) received.getContent();
        MimeMultipart both = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(String.valueOf(both.getBodyPart(0).getContent()))
                .contains("РАЗОМ", TransactionCode.of(sale.transactionId()));
        byte[] pdf = mixed.getBodyPart(1).getInputStream().readAllBytes();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        keep("mailed.pdf", pdf);
        keep("mailed.html", String.valueOf(both.getBodyPart(1).getContent()).getBytes(StandardCharsets.UTF_8));

        TestRegister.Answer invoice = till.register()
                .send(
                        "GET",
                        "/api/v1/sales/" + sale.transactionId() + "/invoice.pdf?language=da&buyer=Holm%20ApS",
                        null,
                        till.token());
        assertThat(invoice.status()).as(invoice.text()).isEqualTo(200);
        assertThat(new String(invoice.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        keep("invoice.pdf", invoice.body());
        String log = Files.readString(TestPlace.path(PLACE).resolve("server/logs/server.0.log"));
        assertThat(log).contains("Receipt request").doesNotContain("maja@example.org");
    }

    private static void keep(String name, byte[] file) throws Exception {
        Path folder = Files.createDirectories(TestPlace.root().resolve("system-test/target/receipts"));
        Files.write(folder.resolve(name), file);
    }
}
