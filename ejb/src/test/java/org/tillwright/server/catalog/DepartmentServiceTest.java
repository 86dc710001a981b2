package org.tillwright.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.wire.SnapshotMessage;

class DepartmentServiceTest {

    private final TestShop shop = new TestShop();
    private final DepartmentService departments = shop.get(DepartmentService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void departmentsAreListedWithTheirItemsInTheReadersLanguage() {
        create("tools", "Tools");
        assertThat(all("da"))
                .containsExactly(
                        new DepartmentSummary("food", "Mad", Map.of("en", "Food", "da", "Mad"), 1, 3, 3),
                        new DepartmentSummary("tools", "Tools", Map.of("en", "Tools"), 9, 2, 0));
        assertThatThrownBy(() -> create("tools", "Others")).hasMessageContaining("another department's");
    }

    @Test
    void anOrderReachesTheRegistersInOnePublication() {
        create("tools", "Tools");
        create("toys", "Toys");
        long before = shop.database.number("select max(number) from publication");
        long number = shop.inTransaction(() -> departments.arrange(List.of("toys", "unknown", "food"), "anna"));
        assertThat(number).isEqualTo(before + 1);
        SnapshotMessage snapshot = shop.inTransaction(
                        () -> shop.get(SnapshotService.class).since("till-01", before))
                .orElseThrow();
        assertThat(snapshot.departments())
                .extracting(SnapshotMessage.Department::departmentId)
                .containsExactly("toys", "food", "tools");
        assertThat(shop.database.count("audit_entry", "action = 'DEPARTMENTS_ARRANGED' and operator_id = 'anna'"))
                .isEqualTo(1);
    }

    private void create(String id, String name) {
        shop.inTransaction(() -> departments.create(new DepartmentDraft(id, Map.of("en", name), 9, 2), "anna"));
    }

    private List<DepartmentSummary> all(String language) {
        return shop.inTransaction(() -> departments.all(language));
    }
}
