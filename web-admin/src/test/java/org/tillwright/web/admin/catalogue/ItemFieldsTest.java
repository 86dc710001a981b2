package org.tillwright.web.admin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.server.catalog.ItemDetail;
import org.tillwright.server.catalog.ItemDraft;

class ItemFieldsTest {

    private static final ItemDraft MILK = new ItemDraft(
            "milk",
            Map.of("en", "Milk", "de", "Milch"),
            "dairy",
            "PIECE",
            "REDUCED",
            1_290_000L,
            List.of("04006381333931"),
            "milk",
            3L,
            true);

    @Test
    void whatIsNotAskedForStaysAsItIs() {
        ItemFields fields = ItemFields.of(new ItemDetail(MILK, 7, 70_000L, List.of(), List.of()));
        fields.getNames().put("da", "  M\u00e6lk ");
        fields.getNames().put("uk", "");
        ItemDraft entered = fields.draft("milk");
        assertThat(entered.names()).isEqualTo(Map.of("en", "Milk", "de", "Milch", "da", "M\u00e6lk"));
        assertThat(entered.tile()).isEqualTo(3L);
        assertThat(fields.begunOn()).isEqualTo(7);
    }

    @Test
    void aCodeIsShownAsItIsPrinted() {
        assertThat(ItemFields.printed("04006381333931")).isEqualTo("4006381333931");
        assertThat(ItemFields.printed("0815")).isEqualTo("0815");
        assertThat(ItemFields.printed("14006381333938")).isEqualTo("14006381333938");
    }
}
