package org.tillwright.web.admin.places;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tillwright.web.admin.places.Place.Page;
import org.tillwright.web.admin.shell.Words;

/** The places of the console, in the sidebar's order, and the pages in them that the search box knows. */
@Named("places")
@RequestScoped
public class PlacesBean implements SearchSource {

    private static final List<Place> ALL = List.of(
            place("today", "pi-sun", page("shell.place.today", "/admin/today/today.xhtml")),
            place(
                    "transactions",
                    "pi-receipt",
                    page("shell.page.transactions", "/admin/transactions/transactions.xhtml"),
                    page("shell.page.disputed", "/admin/transactions/disputed.xhtml"),
                    page("shell.page.quarantine", "/admin/transactions/quarantine.xhtml"),
                    page("shell.page.orders", "/admin/transactions/orders.xhtml"),
                    page("shell.page.deliveries", "/admin/transactions/deliveries.xhtml"),
                    page("shell.page.settlement", "/admin/transactions/settlement.xhtml")),
            place(
                    "catalogue",
                    "pi-tags",
                    page("shell.page.items", "/admin/catalogue/items.xhtml"),
                    page("shell.page.departments", "/admin/catalogue/departments.xhtml"),
                    page("shell.page.tax", "/admin/catalogue/tax.xhtml")),
            place("stock", "pi-box", page("shell.place.stock", "/admin/stock/stock.xhtml")),
            place(
                    "customers",
                    "pi-id-card",
                    page("shell.page.customers", "/admin/customers/customers.xhtml"),
                    page("shell.page.values", "/admin/customers/values.xhtml")),
            place("people", "pi-users", page("shell.place.people", "/admin/people/people.xhtml")),
            place("reports", "pi-chart-bar", page("shell.place.reports", "/admin/reports/reports.xhtml")),
            place(
                    "setup",
                    "pi-cog",
                    page("shell.page.stores", "/admin/setup/stores.xhtml"),
                    page("shell.page.workstations", "/admin/setup/workstations.xhtml"),
                    page("shell.page.devices", "/admin/setup/devices.xhtml"),
                    page("shell.page.audit", "/admin/setup/audit.xhtml")));

    private static final Page PASSWORD = page("shell.account.title", "/admin/account/password.xhtml");

    @Inject
    Words words;

    @Inject
    HttpServletRequest request;

    public List<Place> getAll() {
        return ALL;
    }

    /** True for the place that the present page is in. */
    public boolean isHere(Place place) {
        return request.getServletPath().startsWith("/admin/" + place.key() + "/");
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public List<SearchHit> find(String text, int most) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.concat(ALL.stream().flatMap(place -> place.pages().stream()), Stream.of(PASSWORD))
                .map(page -> new SearchHit("shell.search.page", words.get(page.title()), "", page.address()))
                .filter(hit -> hit.title().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(most)
                .toList();
    }

    private static Place place(String key, String icon, Page... pages) {
        return new Place(key, icon, List.of(pages));
    }

    private static Page page(String title, String address) {
        return new Page(title, address);
    }
}
