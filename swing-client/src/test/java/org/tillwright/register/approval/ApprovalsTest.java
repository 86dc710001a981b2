package org.tillwright.register.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestStore.CASHIER;
import static org.tillwright.register.testing.TestStore.MANAGER;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.ApprovalMessage;
import org.tillwright.wire.ApprovalSignature;
import org.tillwright.wire.BadgeCode;
import org.tillwright.wire.SaleMessage;

/** Oleh is a cashier who may take off 10 %; Maja may take off half. */
class ApprovalsTest extends ApprovingTill {

    @Test
    void whatIsWithinTheOwnLimitNeedsNobody() throws Exception {
        model.entered("SOAP");
        model.function("DISCOUNT", "10");
        choose("DAMAGED");
        assertThat(register.sale.total()).isEqualTo(euro(269));
        assertThat(state.notice()).isEqualTo(Announcement.done("Discount given. Total 2.69."));
        assertThat(approvals()).isEmpty();
        assertThat(sold().lines().get(0).manualDiscounts()).singleElement().satisfies(discount -> {
            assertThat(discount.approverId()).isEqualTo(CASHIER.operatorId());
            assertThat(discount.reason()).isEqualTo("DAMAGED");
            assertThat(discount.value()).isEqualTo(100_000);
        });
    }

    @Test
    void moreIsApprovedInPlaceByNumberAndPinAndWrittenDownSignedBefore() throws Exception {
        model.entered("SOAP");
        model.function("DISCOUNT", "20");
        choose("DAMAGED");
        assertThat(Objects.requireNonNull(state.prompt()).title()).isEqualTo("Approval: discount, 0.60");
        assertThat(register.sale.total()).as("nothing is off yet").isEqualTo(euro(299));
        model.entered("1");
        assertThat(Objects.requireNonNull(state.prompt()).isSecret()).isTrue();
        assertThat(model.takesScans()).isFalse();
        model.entered(TestStore.PIN);
        assertThat(register.sale.total()).isEqualTo(euro(239));

        assertThat(approvals()).singleElement().satisfies(told -> {
            assertThat(told.approverId()).isEqualTo("op-1");
            assertThat(told.operatorId()).isEqualTo("op-3");
            assertThat(told.means()).isEqualTo("PIN");
            assertThat(told.amountMinor()).isEqualTo(60);
            assertThat(told.detail()).isEqualTo("line 1 D1 PERCENT 200000");
            assertThat(told.subject()).isEqualTo(register.sale.transactionId().toString());
            assertThat(ApprovalSignature.holds(told, TestRegister.KEYS.getPublic()))
                    .isTrue();
        });
        SaleMessage sale = sold();
        assertThat(sale.operatorId()).isEqualTo("op-3");
        assertThat(sale.lines().get(0).manualDiscounts())
                .extracting("approverId")
                .containsExactly("op-1");
    }

    @Test
    void nobodyApprovesOwnDoingAndNobodyBeyondTheOwnLimit() throws Exception {
        model.entered("SOAP");
        model.function("DISCOUNT", "20");
        choose("DAMAGED");
        approve("3", TestStore.PIN);
        assertThat(state.notice().text()).startsWith("You cannot approve your own doing");
        model.cancelled();
        model.function("DISCOUNT", "60");
        choose("DAMAGED");
        approve("1", TestStore.PIN);
        assertThat(state.notice().text()).startsWith("Maja may not approve that much");
        approve("1", "000000");
        assertThat(state.notice().text()).contains("4");
        assertThat(state.prompt()).as("asks again").isNotNull();
        model.cancelled();
        assertThat(state.prompt()).isNull();
        assertThat(register.sale.total()).isEqualTo(euro(299));
        assertThat(approvals()).isEmpty();
    }

    @Test
    void aBadgeAsksForItsOwnersPinUnlessTheShopSaysOtherwise() throws Exception {
        model.entered("SOAP");
        model.function("DISCOUNT", "20");
        choose("DAMAGED");
        model.scanned("TWBX");
        assertThat(state.notice().text()).startsWith("The badge did not come through whole");
        model.scanned(BadgeCode.of(
                "another badge, not known.".concat("!").getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertThat(state.notice().text()).startsWith("Nobody has this badge");
        model.scanned(BADGE);
        assertThat(Objects.requireNonNull(state.prompt()).title()).isEqualTo("PIN of number 1");
        model.entered(TestStore.PIN);
        assertThat(register.sale.total()).isEqualTo(euro(239));
        assertThat(approvals()).extracting(ApprovalMessage::means).containsExactly("BADGE");

        publish(true);
        model.function("DISCOUNT", "20");
        choose("DAMAGED");
        model.scanned(BADGE);
        assertThat(approvals()).hasSize(2);
    }

    @Test
    void aRadioCardNeverApprovesWithoutItsOwnersPin() throws Exception {
        publish(true, BadgeCode.ofUid("04A2B3C4"));
        model.entered("SOAP");
        model.function("DISCOUNT", "20");
        choose("DAMAGED");
        model.scanned("TWU04A2B3C4");
        assertThat(state.notice().text()).as("scanned or typed").startsWith("The badge did not come through whole");
        assertThat(register.approvals.badgeShown(BadgeCode.ofUid("04A2B3C4"))).isTrue();
        assertThat(approvals()).isEmpty();
        assertThat(Objects.requireNonNull(state.prompt()).title()).isEqualTo("PIN of number 1");
        model.entered(TestStore.PIN);
        assertThat(approvals()).extracting(ApprovalMessage::means).containsExactly("BADGE");
    }

    @Test
    void aPaymentCardThatIsTypedWhereSomethingIsAskedForIsNotTakenAndNotShown() throws Exception {
        String swiped = "%B4111111111111111^DOE/JANE^2512101?;4111111111111111=25121010000?";
        model.entered(swiped);
        assertThat(state.notice().text()).startsWith("That was a payment card").doesNotContain("4111");
        model.entered("SOAP");
        model.function("DISCOUNT", "20");
        choose("DAMAGED");
        String asked = Objects.requireNonNull(state.prompt()).title();
        model.entered(swiped);
        assertThat(state.notice().text()).startsWith("That was a payment card").doesNotContain("4111");
        assertThat(Objects.requireNonNull(state.prompt()).title()).isEqualTo(asked);
    }

    @Test
    void moreGoodsThanWereApprovedForAreAskedAboutAgainBeforePaying() throws Exception {
        model.entered("SOAP");
        model.function("DISCOUNT_SALE", "20");
        choose("DAMAGED");
        approve("1", TestStore.PIN);
        model.entered("SOAP");
        model.entered("SOAP");
        model.payCash();
        assertThat(ways).isEmpty();
        assertThat(Objects.requireNonNull(state.prompt()).title()).isEqualTo("Approval: discount, 1.79");
        approve("1", TestStore.PIN);
        assertThat(ways).containsExactly("cash");
        assertThat(approvals()).hasSize(2);
    }

    @Test
    void whoTakesOverAnswersForWhatWasTakenOffOrAsks() throws Exception {
        register.sale.signedOn(MANAGER, Texts.of("en"));
        model.entered("SOAP");
        model.function("DISCOUNT", "30");
        choose("DAMAGED");
        register.sale.signedOn(CASHIER, Texts.of("en"));
        model.payCash();
        assertThat(ways).isEmpty();
        approve("1", TestStore.PIN);
        assertThat(ways).containsExactly("cash");

        register.sale.signedOn(MANAGER, Texts.of("en"));
        model.payCash();
        assertThat(ways).hasSize(2);
        assertThat(sold().lines().get(0).manualDiscounts())
                .extracting("approverId")
                .containsExactly("op-1");
    }

    @Test
    void anApprovalEndsAfterAMinute() throws Exception {
        ApprovalRequest request = request("line 1 D1 PERCENT 200000", 60);
        register.approvals.give(request, MANAGER, "PIN");
        register.clock.pass(Approvals.LIFETIME.minus(Duration.ofMillis(1)));
        assertThat(register.approvals.use(request, "op-1")).isTrue();
        register.approvals.give(request, MANAGER, "PIN");
        register.clock.pass(Approvals.LIFETIME);
        assertThat(register.approvals.use(request, "op-1")).isFalse();
        assertThatThrownBy(() -> register.approvals.give(request, CASHIER, "PIN"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anApprovalNeverServesAnythingElse() throws Exception {
        long seed = System.nanoTime();
        Random dice = new Random(seed);
        for (int round = 0; round < 300; round++) {
            ApprovalRequest given = random(dice);
            register.approvals.give(given, MANAGER, "PIN");
            for (int tries = 0; tries < 20; tries++) {
                ApprovalRequest other = random(dice);
                String approver = dice.nextInt(4) == 0 ? "op-9" : "op-1";
                boolean isIt = other.equals(given) && approver.equals("op-1");
                assertThat(register.approvals.use(other, approver))
                        .as("seed %s round %s: %s for %s", seed, round, given, other)
                        .isEqualTo(isIt);
                if (isIt) {
                    register.approvals.give(given, MANAGER, "PIN");
                }
            }
            assertThat(register.approvals.use(given, "op-1")).isTrue();
            assertThat(register.approvals.use(given, "op-1")).as("twice").isFalse();
        }
    }

    private ApprovalRequest random(Random dice) {
        return new ApprovalRequest(
                "op-3",
                dice.nextBoolean() ? "sales.discount" : "sales.void",
                dice.nextBoolean() ? "DISCOUNT" : "PRICE",
                dice.nextBoolean() ? "sale-a" : "sale-b",
                "line " + dice.nextInt(3),
                euro(dice.nextInt(3)));
    }

    private ApprovalRequest request(String detail, long cents) {
        return new ApprovalRequest(
                "op-3",
                "sales.discount",
                "DISCOUNT",
                register.sale.transactionId().toString(),
                detail,
                euro(cents));
    }

    @Test
    void aBadgeIsTakenWhereItIsAskedForAndShownNowhere() throws Exception {
        assertThat(register.approvals.badgeShown(BADGE)).isFalse();
        model.entered(BADGE);
        assertThat(state.notice().text()).startsWith("A badge is no use here").doesNotContain(BADGE);
        model.entered("SOAP");
        model.function("DISCOUNT", "20");
        choose("DAMAGED");
        assertThat(register.approvals.badgeShown(BADGE)).isTrue();
        assertThat(register.approvals.badgeShown(BADGE))
                .as("the PIN is asked for now")
                .isFalse();
        model.entered(TestStore.PIN);
        assertThat(approvals()).hasSize(1);
        assertThat(register.approvals.badgeShown(BADGE)).isFalse();
    }
}
