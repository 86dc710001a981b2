package org.tillwright.server.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Reason;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.OwnNumber;

class CustomerServiceTest {

    private final TestShop shop = new TestShop();
    private final CustomerService customers = shop.get(CustomerService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aCustomerIsFoundByCardPhoneAndPartsOfTheName() {
        String olena = create(draft("Олена Шевченко", null, "+380 67 123 45 67"));
        String soren = create(draft("Søren Kierkegaard", "60064912", "+45 12 34 56 78"));
        assertThat(found("60064912")).containsExactly(soren);
        assertThat(found("6006-4912")).containsExactly(soren);
        assertThat(found("soren k")).containsExactly(soren);
        assertThat(found("KIERK")).containsExactly(soren);
        assertThat(found("олена")).containsExactly(olena);
        assertThat(found("12 34 56 78")).containsExactly(soren);
        assertThat(found("+4512345678")).containsExactly(soren);
        assertThat(found("0671234567")).containsExactly(olena);
        assertThat(found("nobody")).isEmpty();
        assertThat(found("")).isEmpty();
        assertThat(found("%")).isEmpty();
        assertThat(found("x".repeat(10_000))).isEmpty();
    }

    @Test
    void everyFaultOfADraftIsToldAtOnceAndNothingIsStored() {
        CustomerDraft draft =
                new CustomerDraft(" ", "12", "nobody", "call me", List.of("no spaces please"), false, -1L, "English");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> create(draft)).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.UNSOUND_ENTRY);
            assertThat(refused.reasons())
                    .extracting(Reason::field)
                    .containsExactly("name", "cardNumber", "email", "phone", "groups", "creditLimit", "language");
        });
        assertThat(shop.database.count("customer", "true")).isZero();
    }

    @Test
    void aCardBelongsToOneCustomer() {
        create(draft("Kim", "60064912", null));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> create(draft("Ida", "6006 4912", null)))
                .satisfies(refused -> assertThat(refused.reasons()).containsExactly(CustomerReason.CARD_TAKEN));
    }

    @Test
    void aMadeCardNumberIsWholeAndTakenAsItIs() {
        String number = shop.inTransaction(customers::makeCardNumber);
        assertThat(OwnNumber.CUSTOMER_CARD.isWhole(number)).isTrue();
        assertThat(found(number)).isEmpty();
        String kim = create(draft("Kim", number, null));
        assertThat(found(number.toLowerCase(java.util.Locale.ROOT))).containsExactly(kim);
    }

    @Test
    void aChangeSaysWhoDidItAndNotWhatTheCustomerIsCalled() {
        CustomerDraft before = draft("Kim Larsen", null, "12345678");
        String kim = create(before);
        CustomerDraft after = new CustomerDraft(
                "Kim Hansen", null, "kim@example.org", "12345678", List.of("staff", "vip"), true, 50_000L, "da");
        change(kim, before, after);
        assertThat(shop.inTransaction(() -> customers.find(kim)).orElseThrow().draft())
                .isEqualTo(after);
        assertThat(found("hansen")).containsExactly(kim);
        assertThat(found("larsen")).isEmpty();
        String detail = shop.database.text("select detail from audit_entry where action = 'CUSTOMER_CHANGED'");
        assertThat(detail)
                .isEqualTo("name, e-mail, groups, language, tax exempt false to true,"
                        + " credit limit null to 50000 in minor units");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> change(kim, before, before))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE));
    }

    @Test
    void aForgottenCustomerLeavesNothingPersonalBehind() {
        String kim = create(new CustomerDraft(
                "Kim Larsen", "60064912", "kim@example.org", "12345678", List.of("vip"), false, null, "da"));
        shop.inTransaction(() -> {
            customers.forget(kim, "anna");
            return null;
        });
        assertThat(shop.inTransaction(() -> customers.find(kim))).isEmpty();
        assertThat(found("60064912")).isEmpty();
        assertThat(shop.database.count("customer_word", "true")).isZero();
        assertThat(shop.database.count("customer_group", "true")).isZero();
        assertThat(shop.database.count("audit_entry", "detail like '%Kim%' or detail like '%6006%'"))
                .isZero();
    }

    @Test
    void aRegisterIsToldFewAndThatThereAreMore() {
        for (int i = 0; i <= CustomerService.MAX_FOUND; i++) {
            create(draft("Kim " + i, null, null));
        }
        var told = shop.inTransaction(() -> customers.forRegister("kim"));
        assertThat(told.customers()).hasSize(CustomerService.MAX_FOUND);
        assertThat(told.hasMore()).isTrue();
    }

    private static CustomerDraft draft(String name, String card, String phone) {
        return new CustomerDraft(name, card, null, phone, List.of(), false, null, null);
    }

    private String create(CustomerDraft draft) {
        return shop.inTransaction(() -> customers.create(draft, "anna"));
    }

    private void change(String customerId, CustomerDraft seen, CustomerDraft wanted) {
        shop.inTransaction(() -> {
            customers.change(customerId, seen, wanted, "anna");
            return null;
        });
    }

    private List<String> found(String text) {
        return shop.inTransaction(() -> customers.forRegister(text)).customers().stream()
                .map(CustomerFound::customerId)
                .toList();
    }
}
