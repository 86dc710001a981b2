package org.tillwright.register.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JList;
import javax.swing.JScrollBar;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.register.cart.CartPanel;
import org.tillwright.register.cart.CartState;
import org.tillwright.register.component.Look;
import org.tillwright.register.connection.ConnectionIntents;
import org.tillwright.register.connection.ConnectionView;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.function.Functions;
import org.tillwright.register.selling.SellingExits;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.selling.SellingView;
import org.tillwright.register.signon.SignOnState;
import org.tillwright.register.signon.SignOnView;
import org.tillwright.register.status.StatusIntents;
import org.tillwright.register.status.StatusState;
import org.tillwright.register.status.StatusView;
import org.tillwright.register.tendering.TenderingState;
import org.tillwright.register.tendering.TenderingView;
import org.tillwright.register.testing.NoPaper;
import org.tillwright.register.testing.NoTendering;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.register.tile.PictureShelf;
import org.tillwright.register.tile.TilePanel;
import org.tillwright.register.till.TillClosingModel;
import org.tillwright.register.till.TillClosingView;
import org.tillwright.register.till.TillOpeningIntents;
import org.tillwright.register.till.TillOpeningState;
import org.tillwright.register.till.TillOpeningView;

/** Every screen, laid out at the smallest size without a display: nothing too small for a finger, nothing cut off. */
class ViewsTest {

    private static final int WIDTH = 1024;
    private static final int HEIGHT = 768;

    @TempDir
    Path directory;

    private RegisterWindow window;

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "LIGHT,da", "DARK,uk"})
    void everyKeyIsLargeEnoughInsideTheWindowNamedAndReachable(Look look, String language) throws Exception {
        onEvents(() -> {
            look.apply();
            furnish(Texts.of(language));
            for (Screen screen : Screen.values()) {
                window.show(screen);
                layOut(window);
                assertSound(screen);
            }
            window.toggleHelp();
            layOut(window);
            assertSound(Screen.TILL_CLOSING);
            window.toggleStatus();
            layOut(window);
            assertSound(Screen.TILL_CLOSING);
        });
    }

    @Test
    void aLanguageFromRightToLeftMirrorsEveryScreen() throws Exception {
        onEvents(() -> {
            Look.LIGHT.apply();
            furnish(Texts.of("ar"));
            window.show(Screen.SELLING);
            layOut(window);
            assertThat(startOf(CartPanel.class)).isGreaterThan(startOf(TilePanel.class));
            furnish(Texts.of("ar"));
            window.applyOrientation(ComponentOrientation.RIGHT_TO_LEFT);
            for (Screen screen : Screen.values()) {
                window.show(screen);
                layOut(window);
                assertSound(screen);
            }
            window.show(Screen.SELLING);
            layOut(window);
            assertThat(startOf(CartPanel.class)).isLessThan(startOf(TilePanel.class));
        });
    }

    private void assertSound(Screen screen) {
        List<Component> visible = new ArrayList<>();
        collect(window, visible);
        List<Component> controls = visible.stream()
                .filter(each ->
                        each instanceof AbstractButton || (each instanceof JTextComponent text && text.isFocusable()))
                .filter(each -> SwingUtilities.getAncestorOfClass(JScrollBar.class, each) == null)
                .toList();
        assertThat(controls).as("controls of " + screen).hasSizeGreaterThan(2);
        Rectangle bounds = new Rectangle(0, 0, WIDTH, HEIGHT);
        for (Component control : controls) {
            String name = ((Accessible) control).getAccessibleContext().getAccessibleName();
            String what = screen + ": " + name + " " + control.getClass().getSimpleName();
            assertThat(name).as(what).isNotBlank();
            assertThat(control.getWidth()).as(what + " width").isGreaterThanOrEqualTo(Look.TARGET_MIN);
            assertThat(control.getHeight()).as(what + " height").isGreaterThanOrEqualTo(Look.TARGET_MIN);
            assertThat(bounds.contains(placeOf(control)))
                    .as(what + " at " + placeOf(control))
                    .isTrue();
            assertThat(control.isFocusable()).as(what + " focus").isTrue();
            assertThat(insideEveryParent(control)).as(what + " is cut off").isTrue();
        }
        visible.stream().filter(each -> each instanceof JList<?>).forEach(list -> assertThat(
                        list.getAccessibleContext().getAccessibleName())
                .isNotBlank());
    }

    private boolean insideEveryParent(Component control) {
        Rectangle place = placeOf(control);
        for (Container parent = control.getParent(); parent != null && parent != window; parent = parent.getParent()) {
            if (!placeOf(parent).contains(place)) {
                return false;
            }
        }
        return true;
    }

    private Rectangle placeOf(Component component) {
        Point at = SwingUtilities.convertPoint(component, 0, 0, window);
        return new Rectangle(at.x, at.y, component.getWidth(), component.getHeight());
    }

    private int startOf(Class<?> type) {
        List<Component> visible = new ArrayList<>();
        collect(window, visible);
        return visible.stream()
                .filter(type::isInstance)
                .findFirst()
                .map(each -> placeOf(each).x)
                .orElseThrow();
    }

    private static void collect(Container parent, List<Component> found) {
        for (Component child : parent.getComponents()) {
            if (child.isVisible()) {
                found.add(child);
                if (child instanceof Container container) {
                    collect(container, found);
                }
            }
        }
    }

    /** Lays everything out as a window would, twice because some parts choose their columns by their width. */
    private static void layOut(RegisterWindow window) {
        window.setSize(WIDTH, HEIGHT);
        for (int i = 0; i < 2; i++) {
            layOutTree(window);
        }
    }

    /** Without a display nothing counts as valid, so that a layout would not hear of what changed since it measured. */
    private static void layOutTree(Container container) {
        container.invalidate();
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOutTree(inner);
            }
        }
    }

    private void furnish(Texts texts) throws Exception {
        TestRegister register = TestRegister.open(directory);
        try (register) {
            window = new RegisterWindow(texts, new NoHeader());
            window.render(new HeaderState(
                    "Till 2 · Cashier 1 · Wren & Rye Food Shop",
                    HeaderState.Link.OFFLINE,
                    "offline, 12 waiting",
                    true,
                    "10:42",
                    true));
            SellingView[] selling = new SellingView[1];
            SellingModel model = new SellingModel(
                    register.sale,
                    register.approvals,
                    texts,
                    new NoExits(),
                    new Functions(),
                    state -> Optional.ofNullable(selling[0]).ifPresent(view -> view.render(state)));
            selling[0] = new SellingView(texts, new PictureShelf(id -> Optional.empty(), Runnable::run), model);
            model.entered(TestStore.MILK_CODE);
            window.add(Screen.SELLING, selling[0], selling[0]::focusEntry);
            TenderingView tendering = new TenderingView(texts, new NoTendering());
            tendering.render(new TenderingState(
                    CartState.EMPTY,
                    Announcement.NONE,
                    "To pay",
                    "9.49 EUR",
                    "In cash 9.50",
                    List.of(
                            new TenderingState.QuickNote("Exact 9.49", 949),
                            new TenderingState.QuickNote("10.00", 1_000),
                            new TenderingState.QuickNote("20.00", 2_000),
                            new TenderingState.QuickNote("50.00", 5_000)),
                    List.of(new TenderingState.PaymentRow(0, "Cash", "5.00")),
                    TenderingState.Work.NONE,
                    texts.text("tendering.entry"),
                    new TenderingState.Keys("Cash 9.49", true, true, true, otherTenders(texts), "Tip", true)));
            window.add(Screen.TENDERING, tendering, tendering::focusEntry);
            addSignOn(texts);
            ConnectionView connection = new ConnectionView(texts, new NoConnection());
            window.add(Screen.CONNECTION, connection, connection::focusEntry);
            TillOpeningView opening = new TillOpeningView(texts, new NoOpening());
            opening.render(new TillOpeningState("Open the till", "Count it.", "Cash, EUR", Announcement.NONE, false));
            window.add(Screen.TILL_OPENING, opening, opening::focusEntry);
            addTillClosing(register, texts);
            addStatus(texts);
        }
    }

    /** Every tender that there is. */
    private static List<TenderingState.TenderKey> otherTenders(Texts texts) {
        return Stream.of("WALLET", "GIFT_CARD", "STORE_CREDIT", "VOUCHER", "ON_ACCOUNT", "FOREIGN_CASH", "DEPOSIT")
                .map(type -> new TenderingState.TenderKey(type, texts.text("tender." + type), true))
                .toList();
    }

    private void addSignOn(Texts texts) {
        SignOnView signOn = new SignOnView(texts, (number, pin) -> {});
        signOn.render(new SignOnState(
                texts.text("signon.title"),
                texts.text("signon.sale-waits"),
                Announcement.NONE,
                false,
                1,
                "",
                List.of(
                        new SignOnState.Known("1", "Oleksandra Kovalenko"),
                        new SignOnState.Known("2", "Jens"),
                        new SignOnState.Known("3", "Maja"),
                        new SignOnState.Known("4", "Anna"))));
        window.add(Screen.SIGN_ON, signOn, signOn::restart);
    }

    private void addTillClosing(TestRegister register, Texts texts) {
        TillClosingView[] view = new TillClosingView[1];
        TillClosingModel model = new TillClosingModel(
                register.till,
                new TillClosingModel.Surroundings(
                        () -> TestStore.MANAGER, TestStore::catalogue, (number, pin, what, then) -> {}, new NoPaper()),
                texts,
                new NoClosing(),
                state -> Optional.ofNullable(view[0]).ifPresent(each -> each.render(state)));
        view[0] = new TillClosingView(texts, model);
        model.begin();
        model.byDenomination();
        window.add(Screen.TILL_CLOSING, view[0], view[0]::focusEntry);
    }

    private void addStatus(Texts texts) {
        StatusView status = new StatusView(texts, new NoStatus());
        List<StatusState.Row> rows = new ArrayList<>();
        for (String name : List.of("server", "link", "waiting", "disk", "devices", "aside")) {
            rows.add(new StatusState.Row(
                    texts.text("status." + name),
                    name.equals("link") || name.equals("devices")
                            ? texts.text(
                                    "status.link.offline", "10:42", texts.text("server.not-there", "10.0.0.1:8480"))
                            : texts.text("status.disk.low", "64"),
                    true));
        }
        List<StatusState.Aside> aside = new ArrayList<>();
        for (long sequence = 1001; sequence < 1003; sequence++) {
            aside.add(new StatusState.Aside(
                    sequence,
                    texts.text(
                            "status.aside.name",
                            Long.toString(sequence),
                            texts.text("status.kind.SALE_VOIDED"),
                            "10:42"),
                    texts.text("server.says", "The payments of this sale do not add up to its total.")));
        }
        status.render(new StatusState(rows, aside, texts.text("status.aside.more.many", "7"), Announcement.NONE));
        window.addStatus(status, status::focusLeave);
    }

    private static void onEvents(Checked action) throws Exception {
        try {
            SwingUtilities.invokeAndWait(() -> {
                try {
                    action.run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AssertionError failure) {
                throw failure;
            }
            throw e;
        }
    }

    private interface Checked {
        void run() throws Exception;
    }

    private record NoHeader() implements HeaderPanel.Actions {
        @Override
        public void nextLanguage() {}

        @Override
        public void lock() {}

        @Override
        public void help() {}

        @Override
        public void status() {}
    }

    private record NoStatus() implements StatusIntents {
        @Override
        public void sendAgain(long sequence) {}

        @Override
        public void devices() {}

        @Override
        public void leave() {}
    }

    private record NoExits() implements SellingExits {
        @Override
        public void toCash() {}

        @Override
        public void toCard() {}

        @Override
        public void toTillClosing() {}

        @Override
        public void signOff() {}
    }

    private record NoConnection() implements ConnectionIntents {
        @Override
        public void test(String address) {}

        @Override
        public void devices() {}

        @Override
        public void enrol(String address, String code) {}
    }

    private record NoOpening() implements TillOpeningIntents {
        @Override
        public void open(String keyedFloat) {}

        @Override
        public void signOff() {}
    }

    private record NoClosing() implements TillClosingModel.Exits {
        @Override
        public void back() {}

        @Override
        public void closed() {}
    }
}
