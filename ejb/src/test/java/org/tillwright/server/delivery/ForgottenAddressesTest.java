package org.tillwright.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;

/** A busy shop sends more receipts a day than one look at the table takes. */
class ForgottenAddressesTest {

    private static final int SENT = DeliveryService.MAX_ROWS + 1;

    private final TestShop shop = new TestShop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void everyAddressOfLongAgoIsForgottenInOneNight() {
        shop.database.tamper("insert into delivery (request_id, store_id, workstation_id, operator_id, transaction_id,"
                + " channel, address, language, requested_at, accepted_at, state, attempts, next_at, settled_at)"
                + " select uuid(), 'shop', 'till-01', 'ben', uuid(), 'EMAIL', concat('someone', seq, '@example.com'), 'en',"
                + " '2020-01-01', '2020-01-01', 'SENT', 1, '2020-01-01', '2020-01-01' from seq_1_to_" + SENT);
        DeliveryService inside = shop.get(DeliveryService.class);
        shop.wiring.bind(DeliveryService.class, new DeliveryService() {
            @Override
            public int forgetOld() {
                return shop.inTransaction(inside::forgetOld);
            }
        });
        DeliveryTimer timer = shop.get(DeliveryTimer.class);
        timer.forgetOld();
        assertThat(shop.database.count("delivery", "forgotten")).isEqualTo(SENT);
        assertThat(shop.database.count("delivery", "address like 'someone%'")).isZero();
    }
}
