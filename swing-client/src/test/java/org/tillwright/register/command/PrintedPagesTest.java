package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.selling.SellingIntents;
import org.tillwright.register.selling.SellingView;
import org.tillwright.register.shell.HeaderPanel;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.text.Texts;
import org.tillwright.register.tile.PictureShelf;

/** What the pages say of keys is what the screens have. */
class PrintedPagesTest {

    private static final Pattern KEY = Pattern.compile("(?:<b>([^<:]+)</b> )?<kbd>([^<]+)</kbd>");

    /** Keys whose face on the screen is an amount, a state or a sign, so that the page has to say it in words. */
    private static final List<String> OTHER_FACES = List.of("F1", "F12", "Alt+S");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void everyKeyOnEveryPageIsOnTheScreensUnderTheSameName(String language) throws Exception {
        Texts texts = Texts.of(language);
        Map<String, String> faces = facesOfKeys(texts);
        for (FunctionId id : FunctionId.values()) {
            faces.put(id.key(texts).shown(), id.key(texts).label());
        }
        for (String role : RolePage.ROLES) {
            List<String[]> named = keysOn(new RolePage(texts).html(role));
            assertThat(named).as("keys on the page of " + role).isNotEmpty();
            for (String[] key : named) {
                assertThat(faces).as(role + " names the key " + key[1]).containsKey(key[1]);
                if (key[0] != null && !OTHER_FACES.contains(key[1])) {
                    // Where the screen answers for a button, as it does while the button means nothing yet, a button
                    // says so all the same.
                    String face = faces.get(key[1]);
                    assertThat(key[0])
                            .as(role + ", " + key[1])
                            .satisfiesAnyOf(words -> assertThat(words).isEqualTo(face), words -> assertThat(
                                            face.isEmpty() && faces.containsValue(words))
                                    .isTrue());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void nothingOnAPageIsLeftToBeFilled(String language) throws Exception {
        for (String role : RolePage.ROLES) {
            String page = new RolePage(Texts.of(language)).html(role);
            String body = page.substring(page.indexOf("</style>"));
            assertThat(body).contains("<h1>", "<footer>").doesNotContain("{").doesNotContain("}");
            Pattern.compile("href=\"#([a-z]+)\"").matcher(body).results().forEach(picture -> assertThat(body)
                    .contains("<symbol id=\"" + picture.group(1) + "\""));
        }
    }

    @Test
    void thePagesAreWrittenForEveryRoleAndLanguage() throws Exception {
        assertThat(RegisterCommands.commandLine().execute("pages", "--out", directory.toString()))
                .isZero();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(RolePage.ROLES.size() * Texts.LANGUAGES.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void theSheetHasEveryFunctionWithItsBars(String language) throws Exception {
        Texts texts = Texts.of(language);
        String sheet = BarcodesCommand.sheet(texts);
        assertThat(Pattern.compile("<svg").matcher(sheet).results()).hasSize(FunctionId.values().length);
        for (FunctionId id : FunctionId.values()) {
            assertThat(sheet).contains(id.key(texts).label());
        }
    }

    private static List<String[]> keysOn(String page) {
        return KEY.matcher(page)
                .results()
                .map(found -> new String[] {found.group(1), found.group(2)})
                .toList();
    }

    /** Every key that the screen for selling and the line above it answer to, and what stands on it. */
    private static Map<String, String> facesOfKeys(Texts texts) throws Exception {
        Map<String, String> faces = new HashMap<>();
        faces.put(texts.text("key.enter"), "");
        RegisterFrame.runAndWait(() -> {
            SellingView selling = new SellingView(
                    texts,
                    new PictureShelf(id -> Optional.empty(), Runnable::run),
                    nothingHappens(SellingIntents.class));
            List<JComponent> parts = new ArrayList<>();
            collect(selling, parts);
            collect(new HeaderPanel(texts, nothingHappens(HeaderPanel.Actions.class)), parts);
            for (JComponent part : parts) {
                if (part instanceof AbstractButton button) {
                    faces.put("button " + button.getText(), button.getText());
                }
                KeyStroke[] bound =
                        part.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).keys();
                for (KeyStroke key : bound == null ? new KeyStroke[0] : bound) {
                    String face = part instanceof AbstractButton button ? button.getText() : "";
                    faces.merge(shown(key), face, (one, other) -> one.isEmpty() ? other : one);
                }
            }
        });
        assertThat(faces).containsKey("ESCAPE");
        faces.put(texts.text("key.escape"), "");
        return faces;
    }

    private static String shown(KeyStroke key) {
        return key.toString().replace("alt pressed ", "Alt+").replace("pressed ", "");
    }

    private static void collect(JComponent from, List<JComponent> into) {
        into.add(from);
        for (Component child : from.getComponents()) {
            if (child instanceof JComponent part) {
                collect(part, into);
            }
        }
    }

    /** Somebody to tell of keys, where none is pressed. */
    private static <T> T nothingHappens(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> null));
    }
}
