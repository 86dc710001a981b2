package org.tillwright.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page that a person gets instead of the one asked for. Plain on purpose: it must come when nothing else does. */
public final class FailedPage {

    private static final String SENTENCE = FailedPage.class.getName();
    private static final Set<String> LANGUAGES = Set.of("en", "da", "uk");

    private FailedPage() {}

    /** Leaves the sentence that the page is to say. */
    public static void tell(HttpServletRequest request, String sentence) {
        request.setAttribute(SENTENCE, sentence);
    }

    /** Writes the page; {@code reference} is where the log has the cause. */
    static String html(HttpServletRequest request, int status, Optional<String> reference) {
        String language = language(request);
        Properties words = words(language);
        String kind = words.containsKey(status + ".title") ? Integer.toString(status) : status < 500 ? "4xx" : "5xx";
        String sentence =
                request.getAttribute(SENTENCE) instanceof String told ? told : words.getProperty(kind + ".sentence");
        String root = request.getContextPath();
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <title>%s · Tillwright</title>
                  <link rel="icon" type="image/svg+xml" href="%s/icon.svg">
                  <link rel="stylesheet" href="%s/front.css">
                </head>
                <body>
                  <main>
                    <h1>%s</h1>
                    <p>%s%s</p>
                    <p><a href="%s/admin/today/today.xhtml">%s</a></p>
                  </main>
                </body>
                </html>
                """
                .formatted(
                        language,
                        escaped(words.getProperty(kind + ".title")),
                        root,
                        root,
                        escaped(words.getProperty(kind + ".title")),
                        escaped(sentence),
                        reference.map(number -> " (" + escaped(number) + ")").orElse(""),
                        root,
                        escaped(words.getProperty("back")));
    }

    private static String language(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse("en");
    }

    private static Properties words(String language) {
        String name = "failed_" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(FailedPage.class.getResourceAsStream(name), name)) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(@Nullable String text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
