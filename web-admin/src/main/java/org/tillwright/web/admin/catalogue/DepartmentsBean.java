package org.tillwright.web.admin.catalogue;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.tillwright.server.catalog.DepartmentDraft;
import org.tillwright.server.catalog.DepartmentService;
import org.tillwright.server.catalog.DepartmentSummary;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Words;

/** The departments in the order of the register's tabs, and the panel in which one is changed or added. */
@Named("departments")
@ViewScoped
public class DepartmentsBean implements Serializable {

    private static final int HUES = 8;

    @Inject
    DepartmentService departments;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Words words;

    private @Nullable String departmentId;
    private boolean adding;
    private Map<String, String> names = new HashMap<>();
    private long hue;
    private transient @Nullable List<DepartmentSummary> all;

    /** Opens what the page's address names. */
    public void arrive() {
        if (adding) {
            add();
        } else if (departmentId != null) {
            open(departmentId);
        }
    }

    /** Opens the department whose row was chosen; the page's script says which. */
    public void openChosen() {
        ChosenRow.id().ifPresentOrElse(this::open, this::close);
    }

    private void open(String chosen) {
        close();
        for (DepartmentSummary department : getAll()) {
            if (department.departmentId().equals(chosen)) {
                departmentId = chosen;
                names = new HashMap<>(department.names());
                hue = department.hue();
            }
        }
        if (departmentId == null) {
            messages.refused("catalogue.department.gone", chosen);
        }
    }

    public void add() {
        close();
        adding = true;
        hue = getAll().size() % HUES;
    }

    public void close() {
        departmentId = null;
        adding = false;
        names = new HashMap<>();
        hue = 0;
    }

    public void save() {
        Map<String, String> entered = new HashMap<>();
        names.forEach((language, name) -> {
            if (name != null && !name.isBlank()) {
                entered.put(language, name.strip());
            }
        });
        if (entered.isEmpty()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.addMessage(
                    "panel:name-" + console.getLanguage(),
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, words.get("catalogue.department.nameMissing"), null));
            faces.validationFailed();
            return;
        }
        String id = stored(entered);
        all = null;
        messages.done("catalogue.department.saved");
        open(id);
        PrimeFaces.current().ajax().addCallbackParam("stored", id);
    }

    private String stored(Map<String, String> entered) {
        String id = departmentId;
        if (id == null) {
            DepartmentDraft draft = new DepartmentDraft("", entered, getAll().size() + 1L, hue);
            return departments.createNamed(draft, console.getOperatorId());
        }
        long position = getAll().stream()
                .filter(department -> department.departmentId().equals(id))
                .findFirst()
                .map(DepartmentSummary::position)
                .orElse(0L);
        departments.put(new DepartmentDraft(id, entered, position, hue), console.getOperatorId());
        return id;
    }

    public void moveUp(String id) {
        move(id, -1);
    }

    public void moveDown(String id) {
        move(id, 1);
    }

    private void move(String id, int by) {
        List<String> order = new ArrayList<>(
                getAll().stream().map(DepartmentSummary::departmentId).toList());
        int from = order.indexOf(id);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
            departments.arrange(order, console.getOperatorId());
            all = null;
        }
    }

    public List<DepartmentSummary> getAll() {
        if (all == null) {
            all = departments.all(console.getLanguage());
        }
        return all;
    }

    public boolean isOpen() {
        return adding || departmentId != null;
    }

    public String getSentence() {
        return getAll().isEmpty()
                ? words.get("catalogue.departments.none")
                : words.count("catalogue.departments.count", getAll().size());
    }

    public List<String> getLanguages() {
        return ItemFields.LANGUAGES;
    }

    public List<Long> getHues() {
        return List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    public Map<String, String> getNames() {
        return names;
    }

    public long getHue() {
        return hue;
    }

    public void setHue(long hue) {
        this.hue = hue;
    }

    public @Nullable String getDepartmentId() {
        return departmentId;
    }

    public void setDepartmentId(@Nullable String departmentId) {
        this.departmentId = departmentId;
    }

    public boolean isAdding() {
        return adding;
    }

    public void setAdding(boolean adding) {
        this.adding = adding;
    }
}
