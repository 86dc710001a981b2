package org.tillwright.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.EnrolmentRequest;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;

class StoreServiceTest {

    private static final TaxPolicyMessage IN_PRICE = new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP");

    private final TestShop shop = new TestShop();
    private final StoreService stores = shop.get(StoreService.class);
    private final EnrolmentService enrolment = shop.get(EnrolmentService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aNewStoreIsReadyForItsRegistersAtOnce() {
        String storeId = create(draft("Harbour", "EUR"), "Till 1", "Till 2");
        assertThat(storeId).isEqualTo("store-1");
        String code =
                shop.inTransaction(() -> enrolment.makeCode("till-04", "anna")).code();
        EnrolmentAnswer answer = shop.inTransaction(() -> enrolment.enrol(new EnrolmentRequest(code, key())));
        assertThat(answer.storeId()).isEqualTo(storeId);
        assertThat(answer.workstationName()).isEqualTo("Till 2");
        SnapshotMessage snapshot = shop.inTransaction(
                        () -> shop.get(SnapshotService.class).since("till-04", 0))
                .orElseThrow();
        assertThat(snapshot.store().name()).isEqualTo("Harbour");
        assertThat(snapshot.store().timeZone()).isEqualTo("Europe/Copenhagen");
        assertThat(snapshot.store().receiptFooter()).containsEntry("da", "Tak\nPå gensyn");
        assertThat(snapshot.items()).hasSize(3);
        assertThat(snapshot.operators()).hasSize(2);
        assertThat(shop.database.count("audit_entry", "operator_id = 'anna' and store_id = 'store-1'"))
                .isEqualTo(4); // the store, its two workstations, and the code
    }

    @Test
    void allStoresShareOneListOfPricesAndSoOneCurrency() {
        assertReasons(() -> create(draft("Harbour", "DKK")), StoreReason.CURRENCY_OF_OTHERS);
        assertThat(shop.inTransaction(stores::all)).hasSize(1);
    }

    @Test
    void everyFaultIsToldAndNothingIsStored() {
        StoreDraft wrong = new StoreDraft(
                "",
                List.of("1", "2", "3", "4"),
                "x".repeat(41),
                "XX",
                "XYZ",
                "dansk",
                "Copenhagen",
                "24:00",
                new TaxPolicyMessage("SOMEWHERE", "PER_LINE", "HALF_UP"),
                Map.of("da", "x".repeat(251)));
        assertReasons(
                () -> create(wrong),
                StoreReason.NAME_UNSOUND,
                StoreReason.ADDRESS_UNSOUND,
                StoreReason.TAX_NUMBER_UNSOUND,
                StoreReason.FOOTER_UNSOUND,
                StoreReason.COUNTRY_UNKNOWN,
                StoreReason.CURRENCY_UNKNOWN,
                StoreReason.LANGUAGE_UNSOUND,
                StoreReason.TIME_ZONE_UNKNOWN,
                StoreReason.DAY_END_UNSOUND,
                StoreReason.TAX_POLICY_UNKNOWN,
                StoreReason.CURRENCY_OF_OTHERS);
        assertThat(shop.database.count("store", "true")).isEqualTo(1);
    }

    @Test
    void registersLearnWhatAStoreSaysOfItself() {
        long before = latest();
        StoreDraft seen = seen();
        StoreDraft wanted = new StoreDraft(
                "Corner & Co",
                List.of("Low Street 2", "Upstairs"),
                null,
                "DE",
                "EUR",
                "da",
                "Europe/Copenhagen",
                "02:30",
                IN_PRICE,
                Map.of("da", "Tak", "en", "Thanks"));
        change(seen, wanted);
        assertThat(seen()).isEqualTo(wanted);
        assertThat(latest()).isEqualTo(before + 1);
        assertThat(shop.database.text("select detail from audit_entry where action = 'STORE_CHANGED'"))
                .isEqualTo("name, address, tax number, language da, time zone Europe/Copenhagen, end of day 02:30,"
                        + " receipt footer");
        assertThatThrownBy(() -> change(seen, wanted))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE));
    }

    @Test
    void whatBooksCountByChangesOnlyBeforeTheFirstRecord() {
        assertThat(shop.inTransaction(() -> stores.isUnused("shop"))).isTrue();
        change(seen(), draft("Corner Shop", "DKK"));
        assertThat(seen().currency()).isEqualTo("DKK");

        shop.database.tamper("insert into journal_record values ('till-01', 1, 'EVENT', 1, 'x', utc_timestamp(6))");
        assertThat(shop.inTransaction(() -> stores.isUnused("shop"))).isFalse();
        assertReasons(() -> change(seen(), draft("Corner Shop", "EUR")), StoreReason.FIXED_BY_SALES);
        change(seen(), draft("Another name", "DKK"));
        assertThat(seen().name()).isEqualTo("Another name");
    }

    private static StoreDraft draft(String name, String currency) {
        return new StoreDraft(
                name,
                List.of("Quay 1"),
                "DK12345678",
                "DK",
                currency,
                "da",
                "Europe/Copenhagen",
                "04:00",
                IN_PRICE,
                Map.of("da", "Tak\nPå gensyn"));
    }

    private String create(StoreDraft draft, String... workstations) {
        return shop.inTransaction(() -> stores.create(draft, Arrays.asList(workstations), "anna"));
    }

    private StoreDraft seen() {
        return shop.inTransaction(() -> stores.find("shop")).orElseThrow().draft();
    }

    private void change(StoreDraft seen, StoreDraft wanted) {
        shop.inTransaction(() -> {
            stores.change("shop", seen, wanted, "anna");
            return true;
        });
    }

    private long latest() {
        return shop.inTransaction(() -> shop.get(PublicationService.class).latest());
    }

    private static String key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertReasons(Runnable attempt, StoreReason... reasons) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reasons())
                .isEqualTo(List.copyOf(Arrays.asList(reasons))));
    }
}
