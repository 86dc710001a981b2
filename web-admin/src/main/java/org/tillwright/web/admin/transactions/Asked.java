package org.tillwright.web.admin.transactions;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page's address asks for. Each link of the page is the same address with something more, or something less. */
final class Asked implements Serializable {

    /** Characters of one value; nobody means more. */
    private static final int MOST_CHARACTERS = 200;

    private final String page;
    private final Map<String, String> values;

    Asked(String page, Map<String, String> values) {
        this.page = page;
        this.values = new LinkedHashMap<>(values);
    }

    /** Reads the address of the present request; what is not among the keys is nothing to us. */
    static Asked now(List<String> keys) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : keys) {
            String value = external.getRequestParameterMap().get(key);
            if (value != null && !value.isBlank() && value.length() <= MOST_CHARACTERS) {
                values.put(key, value.strip());
            }
        }
        return new Asked(external.getRequestServletPath(), values);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Asked with(String key, String value) {
        Asked more = new Asked(page, values);
        more.values.put(key, value);
        return more;
    }

    Asked without(String... keys) {
        Asked less = new Asked(page, values);
        List.of(keys).forEach(less.values::remove);
        return less;
    }

    /** The address without the context root. */
    String address() {
        List<String> pairs = new ArrayList<>();
        values.forEach((key, value) -> pairs.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return pairs.isEmpty() ? page : page + "?" + String.join("&", pairs);
    }
}
