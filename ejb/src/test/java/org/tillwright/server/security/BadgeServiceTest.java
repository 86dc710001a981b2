package org.tillwright.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.wire.BadgeCode;
import org.tillwright.wire.BadgeUid.Format;
import org.tillwright.wire.SnapshotMessage;

class BadgeServiceTest {

    private final TestShop shop = new TestShop();
    private final BadgeService badges = shop.get(BadgeService.class);
    private final OperatorService operators = shop.get(OperatorService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void registersKnowABadgeAndNobodyKnowsItsCode() {
        String code = shop.inTransaction(() -> badges.make("ben", "anna"));
        assertThat(BadgeCode.isWhole(code)).isTrue();
        String verifier = ben(3).badgeVerifier();
        assertThat(BadgeCode.matches(code, verifier)).isTrue();
        assertThat(verifier).doesNotContain(code);
        assertThat(shop.inTransaction(() -> operators.find("ben")))
                .map(OperatorSummary::hasBadge)
                .contains(true);
        assertThat(shop.database.count("audit_entry", "detail like '%" + code + "%'"))
                .isZero();
        assertThat(shop.database.count("audit_entry", "action = 'BADGE_MADE' and subject = 'operator ben'"))
                .isEqualTo(1);
    }

    @Test
    void aNewBadgeEndsTheOldOneAndALostOneIsTakenAway() {
        String lost = shop.inTransaction(() -> badges.make("ben", "anna"));
        String found = shop.inTransaction(() -> badges.make("ben", "anna"));
        assertThat(BadgeCode.matches(lost, ben(3).badgeVerifier())).isFalse();
        assertThat(BadgeCode.matches(found, ben(3).badgeVerifier())).isTrue();
        shop.inTransaction(() -> {
            badges.revoke("ben", "anna");
            return 0;
        });
        assertThat(ben(5).badgeVerifier()).isNull();
        shop.inTransaction(() -> {
            badges.revoke("ben", "anna");
            return 0;
        });
        assertThat(shop.database.count("audit_entry", "action = 'BADGE_REVOKED'"))
                .as("nothing is taken away twice")
                .isEqualTo(1);
        assertThatThrownBy(() -> shop.inTransaction(() -> badges.make("nobody", "anna")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aRadioCardIsABadgeKnownByItsHashAndBelongsToOnePerson() {
        enrol("ben", "04:A2:B3:C4", Format.HEX);
        String verifier = ben(3).badgeVerifier();
        assertThat(BadgeCode.matches(BadgeCode.ofUid("04A2B3C4"), verifier)).isTrue();
        assertThat(verifier).startsWith("uid$");
        assertThat(shop.database.count("audit_entry", "action = 'BADGE_ENROLLED' and subject = 'operator ben'"))
                .isEqualTo(1);
        assertThat(shop.database.count("audit_entry", "detail like '%04A2B3C4%' or subject like '%04A2B3C4%'"))
                .isZero();
        assertThatThrownBy(() -> enrol("anna", "04a2b3c4", Format.HEX))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reasons())
                        .containsExactly(OperatorReason.UID_TAKEN));
        enrol("ben", "04A2B3C4", Format.HEX);
        String own = shop.inTransaction(() -> badges.make("ben", "anna"));
        assertThat(BadgeCode.matches(own, ben(5).badgeVerifier()))
                .as("a new badge ends the card")
                .isTrue();
        enrol("anna", "77771716", Format.DECIMAL); // the same card, free again, as another reader writes it
    }

    @Test
    void aTornOrForeignNumberIsRefusedAndTheBadgeBeforeStays() {
        String own = shop.inTransaction(() -> badges.make("ben", "anna"));
        for (String torn : new String[] {"", "04A2B3C", "00000000", "TWBX", "4111111111111111=2512"}) {
            assertThatThrownBy(() -> enrol("ben", torn, Format.HEX))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reasons())
                            .containsExactly(OperatorReason.UID_UNSOUND));
        }
        assertThat(BadgeCode.matches(own, ben(3).badgeVerifier())).isTrue();
    }

    private void enrol(String operatorId, String written, Format format) {
        shop.inTransaction(() -> {
            badges.enrol(operatorId, written, format, "anna");
            return 0;
        });
    }

    @Test
    void whatSomebodyWasIsKnownAtEachPublication() {
        assertThat(roleAt("ben", 3)).contains(Role.CASHIER);
        become("ben", Role.SUPERVISOR);
        shop.inTransaction(() -> {
            operators.deactivate("ben", "anna");
            return 0;
        });
        shop.inTransaction(() -> {
            operators.activate("ben", "anna");
            return 0;
        });
        become("ben", Role.CASHIER);
        assertThat(roleAt("ben", 3)).contains(Role.CASHIER);
        assertThat(roleAt("ben", 4)).contains(Role.SUPERVISOR);
        assertThat(roleAt("ben", 5)).isEmpty();
        assertThat(roleAt("ben", 6)).contains(Role.SUPERVISOR);
        assertThat(roleAt("ben", 7)).contains(Role.CASHIER);
        assertThat(roleAt("gone", 7)).isEmpty();
        assertThat(roleAt("nobody", 7)).isEmpty();
    }

    private void become(String operatorId, Role role) {
        OperatorDraft before = shop.inTransaction(() -> operators.find(operatorId))
                .orElseThrow()
                .draft();
        OperatorDraft wanted = new OperatorDraft(before.number(), before.name(), role, before.language());
        shop.inTransaction(() -> {
            operators.change(operatorId, before, wanted, "anna");
            return 0;
        });
    }

    private Optional<Role> roleAt(String operatorId, long version) {
        return shop.inTransaction(() -> operators.roleAt(operatorId, version));
    }

    private SnapshotMessage.Operator ben(long after) {
        return shop
                .inTransaction(() -> shop.get(SnapshotService.class).since(TestShop.TILL, after))
                .orElseThrow()
                .operators()
                .stream()
                .filter(operator -> operator.operatorId().equals("ben"))
                .findFirst()
                .orElseThrow();
    }
}
