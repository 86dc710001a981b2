package org.tillwright.register.approval;

import static org.tillwright.register.testing.TestStore.CASHIER;
import static org.tillwright.register.testing.TestStore.MANAGER;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.selling.SellingExits;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.selling.SellingState;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.ApprovalMessage;
import org.tillwright.wire.BadgeCode;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.SellingRules;
import org.tillwright.wire.shop.SellingRules.RoleLimit;
import org.tillwright.wire.shop.ShopRules;

/** A till with a cashier, Oleh, who may take off 10 %, and Maja, who may take off half; told without a window. */
abstract class ApprovingTill {

    static final String BADGE = BadgeCode.of(new byte[BadgeCode.RANDOM_CHARACTERS]);

    @TempDir
    Path directory;

    final List<String> ways = new ArrayList<>();
    final Functions functions = new Functions();
    TestRegister register;
    SellingModel model;
    SellingState state = SellingState.EMPTY;

    @BeforeEach
    void open() throws Exception {
        register = TestRegister.open(directory);
        publish(false);
        register.sale.signedOn(CASHIER, Texts.of("en"));
        model = new SellingModel(
                register.sale, register.approvals, Texts.of("en"), new Ways(), functions, next -> state = next);
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    void choose(String reasonId) {
        model.choiceMade(reasonId);
    }

    void approve(String number, String pin) {
        model.entered(number);
        model.entered(pin);
    }

    SaleMessage sold() throws Exception {
        register.sale.payCash(register.sale.cashDue());
        register.sale.finish();
        return TestRegister.message(register.journal.since(0, RecordKind.SALE).get(0), SaleMessage.class);
    }

    List<ApprovalMessage> approvals() throws Exception {
        return register.journal.since(0, RecordKind.APPROVED).stream()
                .map(record -> TestRegister.message(record, ApprovalMessage.class))
                .toList();
    }

    void publish(boolean badgeApproves) {
        publish(badgeApproves, BADGE);
    }

    void publish(boolean badgeApproves, String badge) {
        SnapshotMessage plain = TestStore.snapshot(1, 0, TestStore.items());
        SnapshotMessage.Operator maja = new SnapshotMessage.Operator(
                "op-1",
                "1",
                "Maja",
                "MANAGER",
                "en",
                MANAGER.pinVerifier(),
                MANAGER.permissions(),
                BadgeCode.verifierOf(badge));
        ShopRules rules = new ShopRules(
                null,
                List.of(FunctionId.DISCOUNT.name(), FunctionId.DISCOUNT_SALE.name(), FunctionId.UNDO.name()),
                null,
                null,
                new SellingRules(
                        List.of(new RoleLimit("CASHIER", 100_000L, null), new RoleLimit("MANAGER", 500_000L, null)),
                        null,
                        null,
                        null,
                        badgeApproves),
                null,
                null,
                null,
                null,
                List.of(
                        new Reason("DISCOUNT", "DAMAGED", Map.of("en", "Damaged")),
                        new Reason("DISCOUNT", "REGULAR", Map.of("en", "Regular customer")),
                        new Reason("VOID", "MISTAKE", Map.of("en", "Mistake")),
                        new Reason("VOID", "MIND", Map.of("en", "Changed one's mind"))));
        register.catalogues.put(Catalogue.of(new SnapshotMessage(
                plain.number(),
                plain.after(),
                plain.store(),
                plain.taxPolicy(),
                plain.taxRates(),
                plain.departments(),
                plain.items(),
                List.of(maja, CASHIER, TestStore.NO_RIGHTS),
                plain.epoch(),
                null,
                rules)));
    }

    private final class Ways implements SellingExits {

        @Override
        public void toCash() {
            ways.add("cash");
        }

        @Override
        public void toCard() {
            ways.add("card");
        }

        @Override
        public void toTillClosing() {
            ways.add("closing");
        }

        @Override
        public void signOff() {
            ways.add("sign off");
        }
    }
}
