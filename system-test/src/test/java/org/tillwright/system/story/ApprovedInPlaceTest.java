package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Story 5: more off than a cashier may give, allowed on the spot by somebody who may, for this and for no more than this. */
class ApprovedInPlaceTest {

    private static final String CASHIER = "3";
    private static final String SUPERVISOR = "2";
    private static final String LAMP = "88001";

    @Story
    void allowedOnceForOneAmountAlsoWithoutTheServer(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        till.openTill(CASHIER, "100");
        UUID session = till.tillSession();
        long approvalsBefore = approvals(shop);

        till.scan(LAMP);
        till.total(2_500);
        discount(till, "20");
        till.sees("Approval: ", "Схвалення: ");
        till.total(2_500);
        till.enter(CASHIER);
        till.press("ESCAPE");
        till.total(2_500);
        discount(till, "20");
        till.sees("Approval: ", "Схвалення: ");
        till.approved(SUPERVISOR);
        till.total(2_000);

        till.scan(LAMP);
        till.total(4_000);
        till.press("F12");
        till.sees("Approval: ", "Схвалення: ");
        till.approved(SUPERVISOR);
        till.due(4_000);
        till.enter("40");
        till.isTold(till.amount(4_000) + " is paid.", till.amount(4_000) + " сплачено.");
        till.paper().line(Tongue.printed(4_000));

        shop.line().cut();
        till.scan(LAMP);
        till.total(2_500);
        discount(till, "30");
        till.sees("Approval: ", "Схвалення: ");
        till.approved(SUPERVISOR);
        till.total(1_750);
        till.press("F12");
        till.due(1_750);
        till.press("F2");
        till.isTold(till.amount(1_750) + " is paid.", till.amount(1_750) + " сплачено.");
        till.paper().line(Tongue.printed(1_750));
        shop.line().mend();

        till.isBooked();
        assertThat(shop.booked(session)).isEqualTo(5_750);
        assertThat(approvals(shop) - approvalsBefore).isEqualTo(3);
        assertThat(shop.books("select count(*) from approval where operator_id = approver_id"))
                .isZero();
        shop.booksBalance();
    }

    private static void discount(StoryTill till, String percent) {
        till.type(percent);
        till.press("ctrl shift D");
        till.tap("Regular customer", "Постійний клієнт");
    }

    private static long approvals(StoryShop shop) throws Exception {
        return shop.books("select count(*) from approval");
    }
}
