package org.tillwright.register.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.device.Receipt.Align;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Text;

/** Lines as pictures: what is in which dots. */
class RasterTextTest {

    private static final int COLUMNS = 42;
    private static final int DOTS = COLUMNS * PrinterModel.CELL_WIDTH;
    private static final String AMOUNT = "1.234,50 B";

    private static Dots drawn(String text) {
        return drawn(text, Style.NORMAL);
    }

    private static Dots drawn(String text, Style style) {
        return new Dots(RasterText.command(new Text(text, style, Align.LEFT), DOTS));
    }

    private static String both(String left, String right) {
        return left + " ".repeat(COLUMNS - left.length() - right.length()) + right;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0642\u0647\u0648\u0629 \u0639\u0631\u0628\u064a\u0629", // Arabic: coffee
                "\u05e7\u05e4\u05d4 \u05e9\u05d7\u05d5\u05e8", // Hebrew: black coffee
                "\u65e5\u672c\u8336", // Chinese characters: Japanese tea
                "Їжа і ґудзик",
                "2 x \u0642\u0647\u0648\u0629 250 g",
                "\u0642\u0647\u0648\u0629 \u0639\u0631\u0628\u064a\u0629 \u0642\u0647\u0648\u0629 \u0639\u0631\u0628"
            })
    void amountsStandInTheSameDotsWhateverStandsAtTheLeft(String name) {
        Dots line = drawn(both(name, AMOUNT));
        Dots plain = drawn(both("Coffee", AMOUNT));
        int from = (COLUMNS - AMOUNT.length()) * PrinterModel.CELL_WIDTH;
        assertThat(line.width()).isEqualTo(DOTS);
        assertThat(line.part(from, DOTS)).isEqualTo(plain.part(from, DOTS));
        assertThat(line.black(0, from - PrinterModel.CELL_WIDTH)).isGreaterThan(50);
        assertThat(line.black(from - PrinterModel.CELL_WIDTH, from))
                .as("a blank stays between name and amount")
                .isZero();
    }

    /** The layout cuts a long name to leave one blank, which must not make the amount a part of a sentence. */
    @Test
    void anAmountRightBehindALongNameFromRightToLeftStaysAtTheRight() {
        String name = "\u0642\u0647\u0648\u0629 ".repeat(10).strip().substring(0, COLUMNS - AMOUNT.length() - 1);
        Dots line = drawn(name + " " + AMOUNT);
        Dots plain = drawn(both("Coffee", AMOUNT));
        int from = (COLUMNS - AMOUNT.length()) * PrinterModel.CELL_WIDTH;
        assertThat(line.part(from, DOTS)).isEqualTo(plain.part(from, DOTS));
    }

    @Test
    void hebrewRunsFromRightToLeft() {
        Dots word = drawn("\u05e9\u05dc\u05d5\u05dd");
        Dots last = drawn("\u05dd");
        Dots first = drawn("\u05e9");
        assertThat(word.part(0, 10)).isEqualTo(last.part(0, 10)).isNotEqualTo(first.part(0, 10));
    }

    @Test
    void arabicLettersJoin() {
        Dots alone = drawn("\u0628");
        Dots joined = drawn("\u0628\u0628\u0628");
        assertThat(joined.width()).isLessThan(alone.width() * 3 - 8);
        assertThat(joined.hasGap()).isFalse();
        assertThat(drawn("\u0628 \u0628").hasGap()).isTrue();
    }

    @Test
    void figuresInANameFromRightToLeftKeepTheirOwnDirection() {
        int figures = 20;
        String left = drawn("\u05e7\u05e4\u05d4 12").part(0, figures);
        assertThat(left)
                .as("12 stands at the left end")
                .isEqualTo(drawn("\u05d012").part(0, figures));
        assertThat(left).as("and is not 21").isNotEqualTo(drawn("\u05d021").part(0, figures));
        assertThat(drawn("12 \u05e7\u05e4\u05d4").part(0, 8))
                .as("at the right end it stands before the word")
                .isEqualTo(drawn("\u05e7\u05e4\u05d4").part(0, 8));
    }

    @Test
    void ideographsOfTheMachinesFontsAreNotTwiceTheSameBox() {
        assumeThat(new Font(Font.SANS_SERIF, Font.PLAIN, 20).canDisplay('\u65e5'))
                .as("this machine has no Chinese letters: apt-get install fonts-droid-fallback")
                .isTrue();
        Dots sun = drawn("\u65e5");
        Dots root = drawn("\u672c");
        assertThat(sun.width()).isEqualTo(PrinterModel.CELL_WIDTH * 2);
        assertThat(sun.part(0, sun.width())).isNotEqualTo(root.part(0, root.width()));
    }

    @Test
    void largeLettersAreTwiceAsWideAndHigh() {
        Dots normal = drawn("Їжак");
        Dots large = drawn("Їжак", Style.LARGE);
        Dots tall = drawn("Їжак", Style.TALL);
        assertThat(normal.width()).isEqualTo(48);
        assertThat(large.width()).isEqualTo(96);
        assertThat(tall.width()).isEqualTo(48);
        assertThat(large.height()).isEqualTo(tall.height()).isEqualTo(54);
    }

    @Test
    void aLineLongerThanThePaperEndsWhereThePaperEnds() {
        assertThat(drawn("Ї".repeat(60)).width()).isEqualTo(DOTS);
        assertThat(drawn("\u0642\u0647\u0648\u0629 ".repeat(40)).width()).isLessThanOrEqualTo(DOTS);
        assertThat(drawn("").width()).isEqualTo(8);
    }

    /** A picture as its command says it. */
    private static final class Dots {

        private static final int HEAD = 8;
        private final byte[] command;

        Dots(byte[] command) {
            this.command = command;
            assertThat(command.length).isEqualTo(HEAD + width() / 8 * height());
        }

        int width() {
            return ((command[4] & 0xFF) | (command[5] & 0xFF) << 8) * 8;
        }

        int height() {
            return (command[6] & 0xFF) | (command[7] & 0xFF) << 8;
        }

        private boolean isBlack(int x, int y) {
            return (command[HEAD + y * (width() / 8) + x / 8] >> (7 - x % 8) & 1) == 1;
        }

        String part(int from, int to) {
            var text = new StringBuilder();
            for (int y = 0; y < height(); y++) {
                for (int x = from; x < to; x++) {
                    text.append(isBlack(x, y) ? '#' : '.');
                }
                text.append('\n');
            }
            return text.toString();
        }

        long black(int from, int to) {
            return part(from, to).chars().filter(dot -> dot == '#').count();
        }

        /** True if there is a white column between black ones. */
        boolean hasGap() {
            int first = 0;
            while (first < width() && black(first, first + 1) == 0) {
                first++;
            }
            int last = width() - 1;
            while (last > first && black(last, last + 1) == 0) {
                last--;
            }
            for (int x = first; x < last; x++) {
                if (black(x, x + 1) == 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
