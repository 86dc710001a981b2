package org.tillwright.system.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.JavascriptExecutor;

/** Asks axe-core whether everybody can use the page that is open, and puts its answer into words. */
final class Axe {

    private static final String SCRIPT = "/axe.min.js";
    private static final String RUN =
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
              runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']},
              resultTypes: ['violations']
            }).then(
              result => done(result.violations.map(found => ({
                said: `${found.id} (${found.impact}): ${found.help}; ${found.helpUrl}`,
                places: found.nodes.map(node => `${node.target.join(' ')}\\n      ${node.html}\\n      ${
                  (node.failureSummary || '').replace(/\\s*\\n\\s*/g, ' ')}`)
              }))),
              fault => done([{said: 'axe could not look: ' + fault, places: []}]));
            """;

    private Axe() {}

    /** Returns a paragraph for each rule that the page breaks. */
    static List<String> violations(JavascriptExecutor page) {
        if (!Boolean.TRUE.equals(page.executeScript("return typeof window.axe === 'object'"))) {
            page.executeScript(script());
        }
        List<?> found = (List<?>) page.executeAsyncScript(RUN);
        return found.stream().map(Map.class::cast).map(Axe::inWords).toList();
    }

    private static String inWords(Map<?, ?> violation) {
        StringBuilder words = new StringBuilder(String.valueOf(violation.get("said")));
        for (Object place : (List<?>) violation.get("places")) {
            words.append("\n    at ").append(place);
        }
        return words.toString();
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream(SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
