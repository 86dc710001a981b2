package org.tillwright.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.journal.TestTill;
import org.tillwright.server.platform.Wiring;
import org.tillwright.wire.ReceiptRequestMessage;
import org.tillwright.wire.SaleMessage;

class DeliveryServiceTest {

    private final TestShop shop = new TestShop();
    private final ScriptedCouriers couriers = new ScriptedCouriers();
    private final TestTill till = new TestTill(bound(), TestShop.TILL);

    private TestShop bound() {
        shop.wiring.bind(Couriers.class, couriers);
        return shop;
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aReceiptIsSentOnceAsTheRegisterPrintedIt() {
        SaleMessage sale = till.sell("milk 2000, apples 345");
        request(sale.transactionId(), "EMAIL", "maja@example.org", "da");
        couriers.answers.add(Outcome.sent("ok"));
        run();
        run();
        assertThat(couriers.letters).hasSize(1);
        Letter letter = couriers.letters.get(0);
        assertThat(letter.subject()).isEqualTo("Din kvittering fra Corner Shop");
        assertThat(letter.text()).contains("The milk", "2 x 1,29", "0,345 kg x 2,49", "I ALT EUR", "Kontant", "R 7%");
        assertThat(letter.html()).contains("The milk", "lang=\"da\"").doesNotContain("<script");
        assertThat(letter.pdf().content()).asString().startsWith("%PDF");
        assertThat(row().state()).isEqualTo("SENT");
        assertThat(row().address()).isEqualTo("ma…@example.org");
        assertThat(row().transactionNumber()).isEqualTo("till-01 / 1");
    }

    @Test
    void aMailedReceiptIsLaidOutAsTheShopsRulesWereWhenItSold() {
        shop.database.tamper("insert into shop_rules (store_id, from_version, content, content_hash) values ('shop', 1,"
                + " '{\"receipts\":{\"template\":\"text: Own words of {shop}\\\\nlines\\\\ntotal\\\\ntenders\\\\ntaxes\\\\nqr\"}}',"
                + " repeat('0', 64))");
        SaleMessage sale = till.sell("milk 1000");
        request(sale.transactionId(), "EMAIL", "maja@example.org", "en");
        couriers.answers.add(Outcome.sent("ok"));
        run();
        assertThat(couriers.letters.get(0).text())
                .contains("Own words of Corner Shop")
                .doesNotContain("High Street");
    }

    @Test
    void theShopsPictureIsAtTheHeadOfAMailedReceipt() throws Exception {
        BufferedImage drawn = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", png);
        shop.database.tamper("insert into picture (picture_id, media_type, content) values ('p-logo', 'image/png', x'"
                + HexFormat.of().formatHex(png.toByteArray()) + "')");
        shop.database.tamper("insert into shop_rules (store_id, from_version, content, content_hash) values ('shop', 1,"
                + " '{\"receipts\":{\"logoPictureId\":\"p-logo\"}}', repeat('0', 64))");
        SaleMessage sale = till.sell("milk 1000");
        request(sale.transactionId(), "EMAIL", "maja@example.org", "en");
        couriers.answers.add(Outcome.sent("ok"));
        run();
        Letter letter = couriers.letters.get(0);
        assertThat(letter.html()).contains("<img src=\"cid:logo\"");
        assertThat(letter.logo().content()).isEqualTo(png.toByteArray());
        assertThat(new String(letter.pdf().content(), StandardCharsets.ISO_8859_1))
                .contains("/Subtype/Image");
    }

    @Test
    void aPhoneGetsTheShortForm() {
        SaleMessage sale = till.sell("milk 1000");
        request(sale.transactionId(), "SMS", "+4512345678", "uk");
        couriers.answers.add(Outcome.sent("ok"));
        run();
        assertThat(couriers.letters.get(0).text())
                .startsWith("Corner Shop: чек till-01 / 1 від 02.03.2026, сума 1,29 EUR, ПДВ 0,08.");
    }

    @Test
    void aTroubleIsTriedAgainEverLaterUntilNobodyWaitsAnyMore() {
        SaleMessage sale = till.sell("milk 1000");
        request(sale.transactionId(), "EMAIL", "maja@example.org", "en");
        int runs = 0;
        while (row().isWaiting() && runs < 500) {
            couriers.answers.add(Outcome.later("451 try maja@example.org later"));
            run();
            shop.clock.advance(Duration.between(shop.clock.instant(), row().nextAt()));
            runs++;
        }
        assertThat(row().state()).isEqualTo("GIVEN_UP");
        assertThat(row().lastDetail()).isEqualTo("451 try (address) later");
        assertThat(row().attempts()).isEqualTo(couriers.letters.size()).isBetween(40, 80);
        shop.inTransaction(() -> {
            shop.get(DeliveryService.class).again(TestShop.STORE, row().requestId(), "anna");
            return null;
        });
        couriers.answers.add(Outcome.sent("ok"));
        run();
        assertThat(row().state()).isEqualTo("SENT");
        assertThat(couriers.letters.stream().map(Letter::requestId).distinct()).hasSize(1);
    }

    @Test
    void aNoForEverIsBelievedAtOnce() {
        SaleMessage sale = till.sell("milk 1000");
        request(sale.transactionId(), "EMAIL", "nobody@example.org", "en");
        couriers.answers.add(Outcome.refused("550 no such user"));
        run();
        assertThat(row().isGivenUp()).isTrue();
        assertThat(row().attempts()).isEqualTo(1);
    }

    @Test
    void anAddressThatIsNoneIsKeptAndToldAndStopsNoRegister() {
        SaleMessage sale = till.sell("milk 1000");
        request(sale.transactionId(), "EMAIL", "maja at home", "en");
        request(sale.transactionId(), "PIGEON", "maja@example.org", "en");
        run();
        assertThat(couriers.letters).isEmpty();
        assertThat(rows()).hasSize(2).allMatch(DeliveryRow::isGivenUp);
    }

    @Test
    void nobodysMailboxIsFilled() {
        UUID sale = till.sell("milk 1000").transactionId();
        for (int i = 0; i < DeliveryService.MOST_OF_A_SALE + 1; i++) {
            request(sale, "EMAIL", "maja" + i + "@example.org", "en");
        }
        assertThat(rows()).filteredOn(DeliveryRow::isGivenUp).hasSize(1);
        for (int i = 0; i < DeliveryService.MOST_TO_AN_ADDRESS + 2; i++) {
            request(UUID.randomUUID(), "EMAIL", "ole@example.org", "en");
        }
        assertThat(rows()).filteredOn(DeliveryRow::isGivenUp).hasSize(3);
        assertThat(shop.database.count("delivery_attempt", "outcome = 'REFUSED' and detail like 'Too many%'"))
                .isEqualTo(3);
        shop.clock.advance(DeliveryService.ADDRESS_SPAN.plusSeconds(1));
        request(UUID.randomUUID(), "EMAIL", "ole@example.org", "en");
        assertThat(rows()).filteredOn(DeliveryRow::isGivenUp).hasSize(3);
    }

    @Test
    void withoutAMailServerARequestWaitsAndIsTold() {
        couriers.known.clear();
        SaleMessage sale = till.sell("milk 1000");
        request(sale.transactionId(), "EMAIL", "maja@example.org", "en");
        shop.clock.advance(Duration.ofDays(10));
        run();
        assertThat(row().isWaiting()).isTrue();
        assertThat(row().attempts()).isZero();
        assertThat(shop.<List<String>>inTransaction(
                        () -> shop.get(DeliveryService.class).missing(TestShop.STORE)))
                .containsExactly("EMAIL");
        couriers.known.add(Channel.EMAIL);
        couriers.answers.add(Outcome.sent("ok"));
        run();
        assertThat(row().isSent()).isTrue();
    }

    @Test
    void aRequestMayArriveBeforeItsSale() {
        request(UUID.randomUUID(), "EMAIL", "maja@example.org", "en");
        run();
        assertThat(row().isWaiting()).isTrue();
        assertThat(row().transactionNumber()).isNull();
        assertThat(row().lastDetail()).contains("not arrived");
    }

    @Test
    void theSameRequestTwiceIsOne() {
        SaleMessage sale = till.sell("milk 1000");
        ReceiptRequestMessage request = message(sale.transactionId(), "EMAIL", "maja@example.org", "en");
        shop.inTransaction(() -> {
            shop.get(DeliveryService.class).request(TestShop.TILL, request);
            shop.get(DeliveryService.class).request(TestShop.TILL, request);
            return null;
        });
        assertThat(rows()).hasSize(1);
    }

    @Test
    void twoServersNeverHaveTheSameRequest() {
        SaleMessage sale = till.sell("milk 1000");
        for (int i = 0; i < 15; i++) {
            request(sale.transactionId(), "EMAIL", "maja@example.org", "en");
        }
        DeliveryService service = shop.get(DeliveryService.class);
        List<Deliveries.Claimed> first = shop.inTransaction(service::claim);
        List<Deliveries.Claimed> second = shop.inTransaction(service::claim);
        List<Deliveries.Claimed> third = shop.inTransaction(service::claim);
        assertThat(first).hasSize(DeliveryService.BATCH);
        assertThat(second).hasSize(5).doesNotContainAnyElementsOf(first);
        assertThat(third).isEmpty();
        shop.clock.advance(DeliveryService.CLAIM.plusSeconds(1));
        assertThat(shop.inTransaction(service::claim)).hasSize(DeliveryService.BATCH);
    }

    @Test
    void addressesAreForgottenAfterTheirTime() {
        SaleMessage sale = till.sell("milk 1000");
        request(sale.transactionId(), "EMAIL", "nobody@example.org", "en");
        couriers.answers.add(Outcome.refused("550"));
        run();
        shop.clock.advance(DeliveryService.ADDRESS_KEPT.plusSeconds(1));
        DeliveryService service = shop.get(DeliveryService.class);
        assertThat(shop.<Integer>inTransaction(service::forgetOld)).isEqualTo(1);
        assertThat(shop.<Integer>inTransaction(service::forgetOld)).isZero();
        assertThatThrownBy(() -> shop.inTransaction(() -> {
                    service.again(TestShop.STORE, row().requestId(), "anna");
                    return null;
                }))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no longer kept");
    }

    private void request(UUID transactionId, String channel, String address, String language) {
        till.tell(message(transactionId, channel, address, language));
    }

    private ReceiptRequestMessage message(UUID transactionId, String channel, String address, String language) {
        return new ReceiptRequestMessage(
                UUID.randomUUID(),
                TestShop.STORE,
                transactionId,
                "ben",
                channel,
                address,
                language,
                Instant.parse("2026-03-02T09:01:00Z"));
    }

    private void run() {
        new Wiring(shop.database)
                .bind(DeliveryService.class, new InTransactions())
                .bind(Couriers.class, couriers)
                .get(DeliveryTimer.class)
                .sendDue();
    }

    private List<DeliveryRow> rows() {
        return shop.inTransaction(() -> shop.get(DeliveryService.class).newest(TestShop.STORE));
    }

    private DeliveryRow row() {
        assertThat(rows()).hasSize(1);
        return rows().get(0);
    }

    /** Each call a transaction of its own, as the container does. */
    private final class InTransactions extends DeliveryService {

        @Override
        public List<Deliveries.Claimed> claim() {
            return shop.inTransaction(shop.get(DeliveryService.class)::claim);
        }

        @Override
        public Optional<Letter> letter(Deliveries.Claimed claimed) {
            return shop.inTransaction(() -> shop.get(DeliveryService.class).letter(claimed));
        }

        @Override
        public void note(Deliveries.Claimed claimed, Outcome outcome) {
            shop.inTransaction(() -> {
                shop.get(DeliveryService.class).note(claimed, outcome);
                return null;
            });
        }
    }

    private static final class ScriptedCouriers extends Couriers {

        final Set<Channel> known = EnumSet.allOf(Channel.class);
        final Deque<Outcome> answers = new ArrayDeque<>();
        final List<Letter> letters = new ArrayList<>();

        @Override
        Set<Channel> channels() {
            return known;
        }

        @Override
        Outcome send(Channel channel, Letter letter) {
            letters.add(letter);
            return answers.remove();
        }
    }
}
