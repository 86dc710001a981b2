package org.tillwright.web.admin.stock;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.tillwright.server.inventory.StockLine;
import org.tillwright.server.inventory.StockSearch;
import org.tillwright.server.inventory.StockService;
import org.tillwright.web.admin.shell.Console;

/** The list of what a store has. What it is narrowed to stands in the page's address. */
@Named("stock")
@ViewScoped
public class StockBean implements Serializable {

    /** Rows that a person looks over at once. */
    private static final int PAGE = 50;

    private static final int MOST_CHARACTERS = 100; // that somebody can search for

    @Inject
    transient StockService stock;

    @Inject
    transient Console console;

    private final Lines lines = new Lines();
    private String text = "";
    private String departmentId = "";
    private boolean belowZero;
    private String order = StockSearch.Order.NAME.name();

    /** Asks for one page at a time. */
    private final class Lines extends LazyDataModel<StockLine> {

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.toIntExact(stock.count(search(0, 1)));
        }

        @Override
        public List<StockLine> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return stock.list(search(first, pageSize));
        }
    }

    private StockSearch search(int first, int rows) {
        return new StockSearch(
                console.getStoreId(),
                console.getLanguage(),
                text.substring(0, Math.min(text.length(), MOST_CHARACTERS)),
                departmentId.isEmpty() ? null : departmentId,
                belowZero,
                chosenOrder(),
                first,
                rows);
    }

    private StockSearch.Order chosenOrder() {
        for (StockSearch.Order known : StockSearch.Order.values()) {
            if (known.name().equals(order)) {
                return known;
            }
        }
        return StockSearch.Order.NAME;
    }

    public LazyDataModel<StockLine> getLines() {
        return lines;
    }

    public int getPageRows() {
        return PAGE;
    }

    public StockSearch.Order[] getOrders() {
        return StockSearch.Order.values();
    }

    public Map<String, String> getDepartments() {
        return stock.departments(console.getLanguage());
    }

    public long getCountBelowZero() {
        return stock.countBelowZero(console.getStoreId());
    }

    /** Returns what the list is narrowed to, for links that keep it. */
    public String getQuery() {
        return "q=" + encoded(text) + "&department=" + encoded(departmentId) + "&order=" + encoded(order)
                + (belowZero ? "&below=true" : "");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }

    public String getDepartmentId() {
        return departmentId;
    }

    public void setDepartmentId(@Nullable String departmentId) {
        this.departmentId = departmentId == null ? "" : departmentId;
    }

    public boolean isBelowZero() {
        return belowZero;
    }

    public void setBelowZero(boolean belowZero) {
        this.belowZero = belowZero;
    }

    public String getOrder() {
        return order;
    }

    public void setOrder(@Nullable String order) {
        this.order = order == null ? StockSearch.Order.NAME.name() : order;
    }
}
