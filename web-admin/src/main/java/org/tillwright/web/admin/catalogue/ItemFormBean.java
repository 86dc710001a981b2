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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.event.FileUploadEvent;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Unit;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.catalog.CatalogService;
import org.tillwright.server.catalog.ItemDetail;
import org.tillwright.server.catalog.ItemListService;
import org.tillwright.server.catalog.ItemRow;
import org.tillwright.server.pictures.PictureService;
import org.tillwright.server.pricing.PlannedPrice;
import org.tillwright.server.pricing.PlannedPriceService;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Refusals;
import org.tillwright.web.admin.shell.Words;

/** The panel in which one item is looked at, changed or added. */
@Named("itemForm")
@ViewScoped
public class ItemFormBean implements Serializable {

    @Inject
    ItemListService lists;

    @Inject
    CatalogService catalog;

    @Inject
    PlannedPriceService planned;

    @Inject
    PictureService pictures;

    @Inject
    ItemsBean items;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Words words;

    @Inject
    Clock clock;

    private @Nullable String itemId;
    private boolean adding;
    private boolean changedMeanwhile;
    private @Nullable ItemFields fields;
    private transient @Nullable ItemDetail detail;
    private transient @Nullable List<PlannedPrice> plans;
    private @Nullable String newCode;
    private @Nullable LocalDate plannedFrom;
    private @Nullable Long plannedPrice;

    /** Opens what the page's address names. */
    public void arrive() {
        if (adding) {
            add();
        } else if (itemId != null) {
            open(itemId);
        }
    }

    /** Opens the item whose row was chosen; the page's script says which. */
    public void openChosen() {
        ChosenRow.id().ifPresentOrElse(this::open, this::close);
    }

    public void open(String chosen) {
        forget();
        Optional<ItemDetail> found = lists.find(chosen);
        if (found.isEmpty()) {
            messages.refused("catalogue.item.gone", chosen);
            return;
        }
        itemId = chosen;
        detail = found.get();
        fields = ItemFields.of(found.get());
    }

    public void add() {
        forget();
        adding = true;
        fields = ItemFields.empty(items.getDepartmentId());
    }

    public void close() {
        forget();
    }

    private void forget() {
        itemId = null;
        adding = false;
        changedMeanwhile = false;
        fields = null;
        detail = null;
        plans = null;
        newCode = null;
        plannedFrom = null;
        plannedPrice = null;
    }

    /** Stores what was entered; what is wrong is said at its field, and everything stays. */
    public void save() {
        ItemFields entered = entered();
        takeNewCode();
        if (entered.names().isEmpty()) {
            faultAt("panel:name-" + console.getLanguage(), "catalogue.item.nameMissing");
        }
        if (FacesContext.getCurrentInstance().isValidationFailed()) {
            return;
        }
        if (adding) {
            String id = catalog.createNamed(entered.draft(""), console.getOperatorId());
            messages.done("catalogue.item.added", entered.name(console.getLanguage()));
            stored(id);
        } else {
            change(entered);
        }
    }

    private void change(ItemFields entered) {
        String id = entered.itemId();
        try {
            catalog.change(entered.draft(id), entered.begunOn(), console.getOperatorId());
        } catch (Refused refused) {
            changedMeanwhile = refused.code() == ProblemCode.CHANGED_MEANWHILE;
            throw refused;
        }
        messages.done("catalogue.item.saved", entered.name(console.getLanguage()));
        stored(id);
    }

    private void stored(String id) {
        open(id);
        items.refresh();
        PrimeFaces.current().ajax().addCallbackParam("stored", id);
    }

    // --------------------------------------------------------------------------------------------------- codes

    /** Adds the code that was entered, unless another item has it; a check digit that does not fit is said, and taken. */
    public void addCode() {
        takeNewCode();
    }

    private void takeNewCode() {
        String entered = newCode == null ? "" : newCode.strip();
        if (entered.isEmpty()) {
            return;
        }
        ScanCode code = ScanCode.of(entered);
        if (entered.length() > ScanCode.MAX_LENGTH) {
            faultAt("panel:code", "catalogue.code.tooLong", (long) ScanCode.MAX_LENGTH);
            return;
        }
        Optional<ItemRow> other = lists.findByCode(entered, console.getLanguage())
                .filter(row -> !row.itemId().equals(itemId));
        if (other.isPresent()) {
            faultAt("panel:code", "catalogue.code.taken", entered, other.get().name());
            return;
        }
        entered().addCode(code.key());
        newCode = null;
        if (code.check() == ScanCode.Check.WRONG) {
            String right = entered.substring(0, entered.length() - 1)
                    + ScanCode.checkDigit(entered.substring(0, entered.length() - 1));
            FacesContext.getCurrentInstance()
                    .addMessage(
                            "panel:code",
                            new FacesMessage(
                                    FacesMessage.SEVERITY_WARN,
                                    words.with("catalogue.code.checkDigit", entered, right),
                                    null));
        }
    }

    public void removeCode(String code) {
        entered().removeCode(code);
    }

    // ------------------------------------------------------------------------------------------------- picture

    /** Takes a file as a picture of the item; it counts when the item is saved. */
    public void upload(FileUploadEvent event) {
        entered().setPictureId(pictures.accept(event.getFile().getContent()));
    }

    public void removePicture() {
        entered().setPictureId(null);
    }

    // ------------------------------------------------------------------------------------------ prices to come

    public void plan() {
        LocalDate from = plannedFrom;
        Long price = plannedPrice;
        if (from == null) {
            faultAt("plan:from", "catalogue.plan.dateMissing");
        } else if (!from.isAfter(today())) {
            faultAt("plan:from", "catalogue.plan.past");
        } else if (from.isAfter(today().plusDays(PlannedPriceService.MAX_DAYS_AHEAD))) {
            faultAt("plan:from", "catalogue.plan.tooFar");
        }
        if (price == null) {
            faultAt("plan:price", "catalogue.plan.priceMissing");
        }
        if (from == null || price == null || FacesContext.getCurrentInstance().isValidationFailed()) {
            return;
        }
        planned.plan(entered().itemId(), from, price, console.getStoreId(), console.getOperatorId());
        plannedFrom = null;
        plannedPrice = null;
        plansChanged();
        messages.done("catalogue.plan.done");
    }

    public void takeBack(LocalDate from) {
        planned.takeBack(entered().itemId(), from, console.getOperatorId());
        plansChanged();
        messages.done("catalogue.plan.takenBack");
    }

    /** Plans are stored at once; what is entered of the item itself stays as it is. */
    private void plansChanged() {
        plans = null;
        items.refresh();
    }

    /** Returns the store's day. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), console.getZone());
    }

    private void faultAt(String clientId, String key, @Nullable Object... arguments) {
        Refusals.at(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, words.with(key, arguments), null));
    }

    private ItemFields entered() {
        ItemFields entered = fields;
        if (entered == null) {
            throw new IllegalStateException("no item is open");
        }
        return entered;
    }

    public boolean isOpen() {
        return fields != null;
    }

    public @Nullable ItemFields getFields() {
        return fields;
    }

    /** Returns what is stored of the item; null while it is added. */
    public @Nullable ItemDetail getDetail() {
        if (detail == null && itemId != null) {
            detail = lists.find(itemId).orElse(null);
        }
        return detail;
    }

    /** Returns the prices that are planned for the item, the next first. */
    public List<PlannedPrice> getPlans() {
        List<PlannedPrice> read = plans;
        if (read == null) {
            read = itemId == null ? List.of() : planned.of(itemId);
            plans = read;
        }
        return read;
    }

    /** Returns the names of what a change changed, as the reader calls them. */
    public String partsOf(List<String> parts) {
        return String.join(
                ", ",
                parts.stream().map(part -> words.get("catalogue.part." + part)).toList());
    }

    /** Returns the names of all languages that a shop writes its names in. */
    public List<String> getLanguages() {
        return ItemFields.LANGUAGES;
    }

    public Unit[] getUnits() {
        return Unit.values();
    }

    public boolean isChangedMeanwhile() {
        return changedMeanwhile;
    }

    public @Nullable String getItemId() {
        return itemId;
    }

    public void setItemId(@Nullable String itemId) {
        this.itemId = itemId;
    }

    public boolean isAdding() {
        return adding;
    }

    public void setAdding(boolean adding) {
        this.adding = adding;
    }

    public @Nullable String getNewCode() {
        return newCode;
    }

    public void setNewCode(@Nullable String newCode) {
        this.newCode = newCode;
    }

    public @Nullable LocalDate getPlannedFrom() {
        return plannedFrom;
    }

    public void setPlannedFrom(@Nullable LocalDate plannedFrom) {
        this.plannedFrom = plannedFrom;
    }

    public @Nullable Long getPlannedPrice() {
        return plannedPrice;
    }

    public void setPlannedPrice(@Nullable Long plannedPrice) {
        this.plannedPrice = plannedPrice;
    }
}
