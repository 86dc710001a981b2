package org.tillwright.web.admin.today;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.catalog.ItemListService;
import org.tillwright.server.day.DayFigures;
import org.tillwright.server.day.OpenTill;
import org.tillwright.server.day.QuietRegister;
import org.tillwright.server.day.TradingDayService;
import org.tillwright.server.devices.DeviceService;
import org.tillwright.server.journal.QuarantineService;
import org.tillwright.server.sales.TransactionLookupService;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.EnteredDay;
import org.tillwright.web.admin.shell.Figures;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Words;

/** A day of the shop at a glance; today, unless the address names another. */
@Named("today")
@ViewScoped
public class TodayBean implements Serializable {

    private static final String DAY = "day";

    @Inject
    TradingDayService days;

    @Inject
    TransactionLookupService sales;

    @Inject
    QuarantineService quarantine;

    @Inject
    ItemListService items;

    @Inject
    DeviceService devices;

    @Inject
    Console console;

    @Inject
    Figures format;

    @Inject
    Words words;

    @Inject
    Messages messages;

    private @Nullable LocalDate asked;
    private transient @Nullable DayFigures figures;
    private transient @Nullable HourChart chart;

    @PostConstruct
    void arrive() {
        String text = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(DAY);
        if (text != null && !text.isBlank()) {
            asked = EnteredDay.of(text).orElse(null);
            if (asked == null) {
                messages.refused("today.unread", text);
            }
        }
    }

    /** True when a store is there to look at. */
    public boolean isOpen() {
        return !console.getStoreId().isEmpty();
    }

    public LocalDate getDay() {
        return asked == null ? days.today(console.getStoreId()) : asked;
    }

    /** True for the day that it is now in the store: only there does anything arrive. */
    public boolean isLive() {
        return getDay().equals(days.today(console.getStoreId()));
    }

    /** The weekday and the date. */
    public String getDayName() {
        return words.with(
                "today.dayName",
                getDay().getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, console.getLocale()),
                format.date(getDay()));
    }

    public String getWeekday() {
        return getDay().getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, console.getLocale());
    }

    /** The newest day that can be asked for. */
    public LocalDate getNewestDay() {
        return days.today(console.getStoreId());
    }

    /** What the day is called beside the one a week before. */
    public String getDayLabel() {
        return isLive() ? words.get("today.chart.today") : format.date(getDay());
    }

    /** True when nothing needs a look. */
    public boolean isAllWell() {
        return getDisputes() == 0
                && getRefusals() == 0
                && getItemsWithoutPrice() == 0
                && getQuietRegisters().isEmpty()
                && getDeviceAlerts() == 0
                && getFigures().inOtherCurrencies() == 0;
    }

    public String getPreviousAddress() {
        return address(getDay().minusDays(1));
    }

    public String getNextAddress() {
        return address(getDay().plusDays(1));
    }

    public DayFigures getFigures() {
        DayFigures known = figures;
        if (known == null) {
            known = days.figures(console.getStoreId(), getDay(), console.getLanguage());
            figures = known;
        }
        return known;
    }

    public HourChart getChart() {
        HourChart known = chart;
        if (known == null) {
            known = HourChart.of(getFigures().hours());
            chart = known;
        }
        return known;
    }

    /** Looks again, when something arrived. */
    public void refresh() {
        figures = null;
        chart = null;
    }

    public List<OpenTill> getTills() {
        return days.openTills(console.getStoreId());
    }

    /** True for a till of an earlier day: somebody went home without counting it. */
    public boolean isFromBefore(OpenTill till) {
        return till.businessDay().isBefore(getNewestDay());
    }

    public long getDisputes() {
        return sales.countOpenDisputes(console.getStoreId());
    }

    public long getRefusals() {
        return quarantine.countOpen(console.getStoreId());
    }

    public long getItemsWithoutPrice() {
        return items.counts().needPrice();
    }

    public List<QuietRegister> getQuietRegisters() {
        return days.quietRegisters(console.getStoreId());
    }

    public long getDeviceAlerts() {
        return devices.countAlerts(console.getStoreId());
    }

    public String tender(String name) {
        String key = "today.tender." + name;
        return words.containsKey(key) ? words.get(key) : name;
    }

    /** An hour as its clock begins it, such as {@code 09}. */
    public String hour(int hour) {
        return hour < 10 ? "0" + hour : Integer.toString(hour);
    }

    private static String address(LocalDate day) {
        return "/admin/today/today.xhtml?day=" + day;
    }
}
