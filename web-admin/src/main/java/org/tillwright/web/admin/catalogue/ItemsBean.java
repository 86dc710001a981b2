package org.tillwright.web.admin.catalogue;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.tillwright.server.catalog.DepartmentService;
import org.tillwright.server.catalog.DepartmentSummary;
import org.tillwright.server.catalog.ItemCounts;
import org.tillwright.server.catalog.ItemFilter;
import org.tillwright.server.catalog.ItemListService;
import org.tillwright.server.catalog.ItemPage;
import org.tillwright.server.catalog.ItemRow;
import org.tillwright.server.pricing.TaxCategory;
import org.tillwright.server.pricing.TaxRateService;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Words;

/** The list of items: what is looked for, and the part of it that is seen. */
@Named("items")
@ViewScoped
public class ItemsBean implements Serializable {

    /** Rows of one part of the list. */
    static final int ROWS = 50;

    @Inject
    ItemListService lists;

    @Inject
    DepartmentService departments;

    @Inject
    TaxRateService taxes;

    @Inject
    Console console;

    @Inject
    Words words;

    private final Rows rows = new Rows();
    private String text = "";
    private @Nullable String departmentId;
    private ItemFilter.State state = ItemFilter.State.ON_SALE;
    private ItemFilter.Order order = ItemFilter.Order.NAME;
    private transient @Nullable ItemCounts counts;
    private transient @Nullable List<DepartmentSummary> allDepartments;
    private transient @Nullable List<TaxCategory> taxCategories;
    private transient @Nullable ItemPage page;

    /** The table asks for the part that it shows; the services find it. */
    private final class Rows extends LazyDataModel<ItemRow> {

        @Override
        public int count(Map<String, FilterMeta> filterBy) {
            return Math.toIntExact(Math.min(found(0, ROWS).count(), Integer.MAX_VALUE));
        }

        @Override
        public List<ItemRow> load(
                int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
            page = null;
            ItemPage found = found(first, pageSize);
            setRowCount(Math.toIntExact(Math.min(found.count(), Integer.MAX_VALUE)));
            return found.rows();
        }

        @Override
        public String getRowKey(ItemRow row) {
            return row.itemId();
        }
    }

    private ItemPage found(int first, int size) {
        if (page == null) {
            page = lists.list(new ItemFilter(text, departmentId, state, order, console.getLanguage()), first, size);
        }
        return page;
    }

    /** The list begins again at its first part: something else is looked for. */
    public void lookAgain() {
        refresh();
        UIComponent table = FacesContext.getCurrentInstance().getViewRoot().findComponent("list:table");
        if (table instanceof DataTable list) {
            list.setFirst(0);
        }
    }

    /** What was read is read again: something has changed. */
    public void refresh() {
        page = null;
        counts = null;
        allDepartments = null;
        taxCategories = null;
    }

    public void choose(String chosen) {
        state = ItemFilter.State.valueOf(chosen);
        lookAgain();
    }

    /** Returns the sentence that says how the catalogue is: what needs a look, else how much there is. */
    public String getSentence() {
        ItemCounts now = getCounts();
        if (now.all() == 0) {
            return words.get("catalogue.items.none");
        }
        return now.needPrice() > 0
                ? words.count("catalogue.items.needPrice", now.needPrice())
                : words.count("catalogue.items.onSale", now.onSale());
    }

    /** Returns how many items the list has, in words. */
    public String getFound() {
        long count = found(0, ROWS).count();
        return count > ItemListService.MAX_COUNTED && !text.isBlank()
                ? words.with("catalogue.items.manyFound", ItemListService.MAX_COUNTED)
                : words.count("catalogue.items.found", count);
    }

    public ItemCounts getCounts() {
        if (counts == null) {
            counts = lists.counts();
        }
        return counts;
    }

    public List<DepartmentSummary> getDepartments() {
        if (allDepartments == null) {
            allDepartments = departments.all(console.getLanguage());
        }
        return allDepartments;
    }

    /** Returns a code as people know it. */
    public String shown(@Nullable String code) {
        return code == null ? "" : ItemFields.printed(code);
    }

    public List<TaxCategory> getTaxCategories() {
        if (taxCategories == null) {
            taxCategories = taxes.categories();
        }
        return taxCategories;
    }

    public LazyDataModel<ItemRow> getRows() {
        return rows;
    }

    public int getRowsAtOnce() {
        return ROWS;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }

    public @Nullable String getDepartmentId() {
        return departmentId;
    }

    public void setDepartmentId(@Nullable String departmentId) {
        this.departmentId = departmentId;
    }

    public String getState() {
        return state.name();
    }

    /** Takes what a link asks for, such as the items that need a price; what is not known leaves the list as it is. */
    public void setState(@Nullable String asked) {
        for (ItemFilter.State known : ItemFilter.State.values()) {
            if (known.name().equals(asked)) {
                state = known;
            }
        }
    }

    public ItemFilter.State[] getStates() {
        return ItemFilter.State.values();
    }

    public ItemFilter.Order getOrder() {
        return order;
    }

    public void setOrder(ItemFilter.Order order) {
        this.order = order;
    }

    public ItemFilter.Order[] getOrders() {
        return ItemFilter.Order.values();
    }

    /** Returns how many items a chip's filter shows. */
    public long countOf(String chip) {
        ItemCounts now = getCounts();
        return switch (ItemFilter.State.valueOf(chip)) {
            case ON_SALE -> now.onSale();
            case NEEDS_PRICE -> now.needPrice();
            case NO_PICTURE -> now.noPicture();
            case PRICE_PLANNED -> now.pricePlanned();
            case NOT_SOLD -> now.notSold();
            case ALL -> now.all();
        };
    }
}
