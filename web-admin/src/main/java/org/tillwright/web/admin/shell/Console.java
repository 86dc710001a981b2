package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.security.ConsolePerson;
import org.tillwright.server.security.Role;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreName;
import org.tillwright.server.stores.StoreService;

/** Who looks at the page, at which store, in which language and light. */
@Named
@RequestScoped
public class Console {

    @Inject
    HttpServletRequest request;

    @Inject
    StoreService stores;

    @Inject
    Look look;

    private @Nullable List<StoreName> all;
    private @Nullable StoreDetail store;

    /** False on the sign-in page and on pages that say that there is nothing here. */
    public boolean isSignedIn() {
        return person().isPresent();
    }

    public String getOperatorId() {
        return signedIn().operatorId();
    }

    public String getName() {
        return signedIn().name();
    }

    /** The role's name; its word for people is {@code #{words['shell.role.'.concat(console.role)]}}. */
    public String getRole() {
        return signedIn().role().name();
    }

    public boolean isManager() {
        return person().filter(person -> person.role() == Role.MANAGER).isPresent();
    }

    /** Returns en, da or uk. */
    public String getLanguage() {
        return look.language(
                request, person(), () -> store().map(StoreDetail::language).orElse(Look.FALLBACK));
    }

    public Locale getLocale() {
        return Locale.forLanguageTag(getLanguage());
    }

    /** Returns auto, light or dark. */
    public String getTheme() {
        return look.theme(request, person());
    }

    /** Returns the store that is looked at; empty text when there is none in the database. */
    public String getStoreId() {
        return store().map(StoreDetail::storeId).orElse("");
    }

    public String getStoreName() {
        return store().map(StoreDetail::name).orElse("");
    }

    /** Returns the code of the currency that the store sells in. */
    public String getCurrency() {
        return store().map(StoreDetail::currency).orElse("EUR");
    }

    /** Returns the time zone that the store's clocks show. */
    public ZoneId getZone() {
        return store().map(found -> ZoneId.of(found.timeZone())).orElse(ZoneId.of("UTC"));
    }

    /** Returns all stores, for whoever may choose between several. */
    public List<StoreName> getStores() {
        if (all == null) {
            all = isSignedIn() ? stores.names() : List.of();
        }
        return all;
    }

    private Optional<StoreDetail> store() {
        if (store == null && isSignedIn()) {
            String chosen = signedIn().storeId();
            Optional<StoreDetail> found = chosen == null ? Optional.empty() : stores.find(chosen);
            store = found.or(() -> getStores().stream().findFirst().flatMap(first -> stores.find(first.storeId())))
                    .orElse(null);
        }
        return Optional.ofNullable(store);
    }

    private ConsolePerson signedIn() {
        return person().orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
    }

    private Optional<ConsolePerson> person() {
        return Optional.ofNullable((ConsolePerson) request.getAttribute(ConsolePerson.class.getName()));
    }
}
