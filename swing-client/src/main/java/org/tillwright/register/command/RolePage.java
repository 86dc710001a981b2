package org.tillwright.register.command;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.text.Texts;

/** The page of a role in a language, whole: it brings its letters and pictures, and needs no other file. */
final class RolePage {

    static final List<String> ROLES = List.of("cashier", "manager", "it");

    private static final Pattern PLACE = Pattern.compile("\\{(icon:)?([A-Za-z0-9_]+)}");

    /** Keys that are no functions, by what the pages call them; the words are those on the keys of the screens. */
    private static final Map<String, ScreenKey> SCREEN_KEYS = Map.of(
            "F1", new ScreenKey("pages.help", "F1"),
            "F2", new ScreenKey("selling.quantity", "F2"),
            "F3", new ScreenKey("selling.price", "F3"),
            "F4", new ScreenKey("selling.void-line", "F4"),
            "F10", new ScreenKey("header.lock", "F10"),
            "F11", new ScreenKey("selling.card", "F11"),
            "F12", new ScreenKey("selling.cash.none", "F12"),
            "STATUS", new ScreenKey("header.status.name", "Alt+S"));

    /** Keys that keyboards have words for. */
    private static final Map<String, String> PLAIN_KEYS = Map.of("ENTER", "key.enter", "ESC", "key.escape");

    private static final int KEYS_ALONG_THE_TOP = 12;
    private static final int KEYS_OF_A_GROUP = 4;

    private final Texts texts;

    RolePage(Texts texts) {
        this.texts = texts;
    }

    private record ScreenKey(String words, String shown) {}

    String html(String role) throws IOException {
        String page = text(role + "_" + texts.language() + ".html");
        String body = PLACE.matcher(page).replaceAll(this::filled);
        return "<!DOCTYPE html>\n<html lang=\"" + texts.language()
                + "\">\n<head><meta charset=\"utf-8\"><title>Tillwright: " + role + "</title>\n<style>\n"
                + letters("Inter-Regular.otf", 400) + letters("Inter-SemiBold.otf", 600) + text("page.css")
                + "</style></head>\n<body>\n" + text("icons.svg") + body + "</body>\n</html>\n";
    }

    private String filled(MatchResult place) {
        String name = place.group(2);
        if (place.group(1) != null) {
            return "<svg><use href=\"#" + name + "\"/></svg>";
        }
        if (name.equals("keyboard")) {
            return keyboard();
        }
        if (PLAIN_KEYS.containsKey(name)) {
            return kbd(texts.text(PLAIN_KEYS.get(name)));
        }
        FunctionKey key = keyOf(name);
        return "<b>" + key.label() + "</b> " + kbd(key.shown());
    }

    /** A key of the screens, or of a function. */
    private FunctionKey keyOf(String name) {
        ScreenKey key = SCREEN_KEYS.get(name);
        if (key != null) {
            return new FunctionKey(name, texts.text(key.words()), key.shown(), key.shown());
        }
        FunctionId id = FunctionId.find(name);
        if (id == null) {
            throw new IllegalStateException("a page names the function " + name + ", which there is not");
        }
        return id.key(texts);
    }

    /** The row of keys as the keyboard has it, with what each does while selling. */
    private String keyboard() {
        StringBuilder row = new StringBuilder("<div class=\"keys\">");
        for (int i = 1; i <= KEYS_ALONG_THE_TOP; i++) {
            String name = "F" + i;
            FunctionKey key = SCREEN_KEYS.containsKey(name) ? keyOf(name) : functionOn(name);
            row.append(i == KEYS_ALONG_THE_TOP ? "<div class=\"main\">" : "<div>")
                    .append(kbd(name))
                    .append(key.label())
                    .append("</div>");
            if (i % KEYS_OF_A_GROUP == 0 && i < KEYS_ALONG_THE_TOP) {
                row.append("<i></i>");
            }
        }
        return row.append("</div>").toString();
    }

    private FunctionKey functionOn(String keyStroke) {
        return Arrays.stream(FunctionId.values())
                .map(id -> id.key(texts))
                .filter(key -> key.keyStroke().equals(keyStroke))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is on the key " + keyStroke));
    }

    private static String kbd(String shown) {
        return "<kbd>" + shown + "</kbd>";
    }

    /** The register's own letters, so that a page looks alike on every machine and stays one page. */
    private static String letters(String file, int weight) throws IOException {
        String path = "/com/formdev/flatlaf/fonts/inter/" + file;
        try (InputStream in = Objects.requireNonNull(FlatInterFont.class.getResourceAsStream(path), path)) {
            return "@font-face { font-family: \"Tillwright Inter\"; font-weight: " + weight
                    + "; src: url(data:font/otf;base64," + Base64.getEncoder().encodeToString(in.readAllBytes())
                    + "); }\n";
        }
    }

    private static String text(String name) throws IOException {
        String path = "/org/tillwright/register/pages/" + name;
        try (InputStream in = Objects.requireNonNull(RolePage.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
