package org.tillwright.system.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.core.pricing.GoldenTotals;
import org.tillwright.system.console.ConsoleBrowser;
import org.tillwright.system.thrown.Dice;

/** A telephone must take the same cent as the register: Chromium and the virtual machine answer alike, letter by letter. */
class BrowserEngineTest {

    private static final System.Logger LOG = System.getLogger(BrowserEngineTest.class.getName());

    private static final long SEED = Long.getLong("tillwright.seed", 20_260_101L);
    private static final int CARTS = Integer.getInteger("tillwright.carts", 3_000);
    private static final int CODES = 4_000;
    private static final int PAYMENTS = 4_000;
    private static final int SHOWN = 5;

    @Test
    void theBrowserAnswersAsTheVirtualMachine() throws IOException, InterruptedException {
        assumeTrue(ConsoleBrowser.isInstalled(), "Chromium or its driver is not installed: skipped");
        List<Question> questions = new ArrayList<>(GoldenQuestions.all());
        int golden = questions.size();
        questions.addAll(new CartQuestions(SEED).of(CARTS));
        int carts = questions.size() - golden;
        RandomTexts texts = new RandomTexts(new Dice(SEED));
        questions.addAll(texts.scans(CODES));
        questions.addAll(texts.payments(PAYMENTS));

        EnginePage.Answers browser = EnginePage.ask(questions);

        assertThat(browser.texts()).hasSameSizeAs(questions);
        Map<Question.Kind, Integer> problems = new EnumMap<>(Question.Kind.class);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            String here = questions.get(i).answer();
            if (!here.equals(browser.texts().get(i))) {
                differences.add(questions.get(i) + "\n  machine: " + here + "\n  browser: "
                        + browser.texts().get(i));
            } else if (here.startsWith("{\"problem\"") || here.startsWith("{\"faults\"")) {
                problems.merge(questions.get(i).kind(), 1, Integer::sum);
            }
        }
        LOG.log(
                System.Logger.Level.INFO,
                "{0} golden carts, {1} questions about {9} random carts, {2} codes, {3} payment codes (seed {4}): {5} differences;"
                        + " refused alike: {6}; {7} ms in the browser; the script has {8} bytes",
                golden,
                carts,
                CODES,
                questions.size() - golden - carts - CODES,
                Long.toString(SEED),
                differences.size(),
                problems,
                browser.millis(),
                EnginePage.script().length,
                CARTS);
        assertThat(differences.stream().limit(SHOWN)).isEmpty();
    }

    /** Otherwise both sides could be wrong alike. */
    @Test
    void goldenCartsComeToWhatAPersonWorkedOut() {
        List<Question> questions = GoldenQuestions.all();
        List<GoldenTotals.Row> rows = GoldenTotals.rows();
        for (int i = 0; i < rows.size(); i++) {
            GoldenTotals.Row row = rows.get(i);
            assertThat(questions.get(i).answer()).contains(GoldenQuestions.totals(row));
        }
    }
}
