package org.tillwright.web.admin.catalogue;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.tillwright.core.money.Rate;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.pricing.TaxCategory;
import org.tillwright.server.pricing.TaxRateService;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Words;

/** The tax categories with their rates, and the panel in which one gets another rate. */
@Named("tax")
@ViewScoped
public class TaxBean implements Serializable {

    @Inject
    TaxRateService taxes;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Words words;

    @Inject
    Clock clock;

    private @Nullable String category;
    private boolean adding;
    private @Nullable String newCategory;
    private @Nullable String rateId;
    private @Nullable Long ratePpm;
    private @Nullable LocalDate from;
    private transient @Nullable List<TaxCategory> all;

    /** Opens what the page's address names. */
    public void arrive() {
        if (adding) {
            add();
        } else if (category != null) {
            open(category);
        }
    }

    /** Opens the category whose row was chosen; the page's script says which. */
    public void openChosen() {
        ChosenRow.id().ifPresentOrElse(this::open, this::close);
    }

    private void open(String chosen) {
        close();
        for (TaxCategory one : getAll()) {
            if (one.taxCategory().equals(chosen)) {
                category = chosen;
                rateId = one.current().taxRateId();
            }
        }
        if (category == null) {
            messages.refused("catalogue.tax.gone", chosen);
        }
    }

    public void add() {
        close();
        adding = true;
    }

    public void close() {
        category = null;
        adding = false;
        newCategory = null;
        rateId = null;
        ratePpm = null;
        from = null;
    }

    /** Puts the rate in force, now or from the day that was entered. */
    public void save() {
        String name = adding ? named(newCategory) : category;
        String id = rateId;
        Long ppm = ratePpm;
        if (name == null || id == null || ppm == null) {
            return; // the fields are required, and have said so
        }
        TaxRate rate = new TaxRate(id.strip(), new Rate(ppm));
        LocalDate day = from;
        LocalDate today = LocalDate.ofInstant(clock.instant(), console.getZone());
        if (day == null || day.equals(today)) {
            taxes.setRate(name, rate, console.getOperatorId());
            messages.done("catalogue.tax.done", name);
        } else if (day.isBefore(today)) {
            fault("catalogue.plan.past");
            return;
        } else {
            taxes.plan(name, rate, day, console.getStoreId(), console.getOperatorId());
            messages.done("catalogue.tax.planned", name);
        }
        stored(name);
    }

    public void takeBack(LocalDate day) {
        String name = category;
        if (name != null) {
            taxes.takeBack(name, day, console.getOperatorId());
            messages.done("catalogue.tax.takenBack");
            stored(name);
        }
    }

    private void stored(String name) {
        all = null;
        open(name);
        PrimeFaces.current().ajax().addCallbackParam("stored", name);
    }

    private void fault(String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage("panel:from", new FacesMessage(FacesMessage.SEVERITY_ERROR, words.get(key), null));
        faces.validationFailed();
    }

    private static @Nullable String named(@Nullable String entered) {
        return entered == null ? null : entered.strip().toUpperCase(Locale.ROOT);
    }

    public List<TaxCategory> getAll() {
        if (all == null) {
            all = taxes.categories();
        }
        return all;
    }

    /** Returns the category that is open; null while one is added. */
    public @Nullable TaxCategory getShown() {
        return getAll().stream()
                .filter(one -> one.taxCategory().equals(category))
                .findFirst()
                .orElse(null);
    }

    public String getSentence() {
        return getAll().isEmpty()
                ? words.get("catalogue.tax.none")
                : words.count("catalogue.tax.count", getAll().size());
    }

    public boolean isOpen() {
        return adding || category != null;
    }

    public @Nullable String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String category) {
        this.category = category;
    }

    public boolean isAdding() {
        return adding;
    }

    public void setAdding(boolean adding) {
        this.adding = adding;
    }

    public @Nullable String getNewCategory() {
        return newCategory;
    }

    public void setNewCategory(@Nullable String newCategory) {
        this.newCategory = newCategory;
    }

    public @Nullable String getRateId() {
        return rateId;
    }

    public void setRateId(@Nullable String rateId) {
        this.rateId = rateId;
    }

    public @Nullable Long getRatePpm() {
        return ratePpm;
    }

    public void setRatePpm(@Nullable Long ratePpm) {
        this.ratePpm = ratePpm;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }
}
