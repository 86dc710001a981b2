package org.tillwright.server.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.SearchWords;
import org.tillwright.server.platform.Sql;

/** The tables that lists are made from: written with the items that they follow from. */
@Dependent
class ListedItems {

    private static final String FOLLOWS_FROM_ITEMS =
            "insert into item_listing (item_id, department_id, active, priced, pictured, unit_price_micro, changed_in)"
                    + " values (?, ?, ?, ?, ?, ?, ?) on duplicate key update department_id = values(department_id),"
                    + " active = values(active), priced = values(priced), pictured = values(pictured),"
                    + " unit_price_micro = values(unit_price_micro), changed_in = values(changed_in)";

    @Inject
    Sql sql;

    /** Stores what lists need of items as of publication {@code number}. */
    void store(List<ItemDraft> items, long number) {
        sql.batch(
                FOLLOWS_FROM_ITEMS,
                items.stream()
                        .map(item -> Sql.row(
                                item.itemId(),
                                item.departmentId(),
                                item.active(),
                                item.unitPriceMicro() != null,
                                item.pictureId() != null,
                                item.unitPriceMicro(),
                                number))
                        .toList());
    }

    /** Stores the words that find items, in place of those that did. */
    void storeWords(List<ItemDraft> items) {
        List<@Nullable Object[]> former = new ArrayList<>();
        List<@Nullable Object[]> words = new ArrayList<>();
        for (ItemDraft item : items) {
            former.add(Sql.row(item.itemId()));
            SearchWords.ofTexts(texts(item)).forEach(word -> words.add(Sql.row(item.itemId(), word)));
        }
        sql.batch("delete from item_word where item_id = ?", former);
        sql.batch("insert into item_word (item_id, word) values (?, ?)", words);
    }

    /** Returns what people know an item by. */
    private static List<String> texts(ItemDraft item) {
        List<String> texts = new ArrayList<>(item.names().values());
        texts.add(item.itemId());
        texts.addAll(item.codes());
        return texts;
    }

    /** Returns ids of items that have no row in the lists yet. */
    List<String> unlisted(int limit) {
        return sql.query(
                "select i.item_id from item i left join item_listing l on l.item_id = i.item_id"
                        + " where l.item_id is null limit ?",
                row -> row.text(1),
                limit);
    }

    /** Lists items at the publication that last changed each of them. */
    void list(List<ItemDraft> items) {
        store(items, 0);
        sql.batch(
                "update item_listing l join item i on i.item_id = l.item_id set l.changed_in = i.changed_in"
                        + " where l.item_id = ?",
                items.stream().map(item -> Sql.row(item.itemId())).toList());
        storeWords(items);
    }
}
