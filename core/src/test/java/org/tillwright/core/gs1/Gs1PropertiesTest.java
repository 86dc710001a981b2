package org.tillwright.core.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tillwright.core.barcode.ScanCode;

class Gs1PropertiesTest {

    @Property
    void whatIsWrittenIsRead(@ForAll("labels") ElementString label) {
        assertThat(Gs1.parse(label.toText(), Gs1Rules.STRICT)).isEqualTo(label);
        assertThat(Gs1.parseScanned(label.toSymbolData(), Gs1Rules.STRICT)).isEqualTo(label);
        assertThat(Gs1.parseBracketed(label.toBracketed(), Gs1Rules.STRICT)).isEqualTo(label);
    }

    @Property
    void aLinkSaysNoMoreAndNoLessThanItsLabel(@ForAll("labels") ElementString label) {
        String link = DigitalLink.of(label).orElseThrow();
        ElementString read = Gs1Test.sound(DigitalLink.parse(link, Gs1Rules.LENIENT));

        assertThat(read.elements()).containsExactlyInAnyOrderElementsOf(label.elements());
        assertThat(DigitalLink.of(read)).contains(link);
    }

    @Property(tries = 5_000)
    void noTextMakesTheReaderStumble(@ForAll("garbage") String text) {
        for (Gs1Rules rules : List.of(Gs1Rules.LENIENT, Gs1Rules.STRICT, Gs1Rules.COMPLETE)) {
            assertThat(Gs1.parse(text, rules)).isNotNull();
            assertThat(Gs1.parse("^" + text, rules)).isNotNull();
            assertThat(Gs1.parseScanned(text, rules)).isNotNull();
            assertThat(Gs1.parseBracketed(text, rules)).isNotNull();
            assertThat(DigitalLink.parse("https://" + text, rules)).isNotNull();
        }
    }

    @Property(tries = 5_000)
    void whatIsReadIsWrittenAsItMeans(@ForAll("garbage") String text) {
        if (Gs1.parse("^" + text, Gs1Rules.LENIENT) instanceof ElementString label) {
            assertThat(Gs1.parse(label.toText(), Gs1Rules.STRICT)).isEqualTo(label);
        }
    }

    @Provide
    Arbitrary<ElementString> labels() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("ABCxyz0189-/_!%&'()*+,.:;<=>?\"")
                .ofMinLength(1)
                .ofMaxLength(20);
        Arbitrary<String> gtin =
                Arbitraries.strings().numeric().ofLength(13).map(digits -> digits + ScanCode.checkDigit(digits));
        Arbitrary<String> day = Combinators.combine(
                        Arbitraries.integers().between(10, 99),
                        Arbitraries.integers().between(10, 12))
                .as((year, month) -> "" + year + month + "00");
        Arbitrary<List<Element>> others = Combinators.combine(
                        text.map(value -> new Element("10", value)),
                        text.map(value -> new Element("21", value)),
                        day.map(value -> new Element("17", value)),
                        Arbitraries.strings().numeric().ofLength(6).map(value -> new Element("3103", value)),
                        Arbitraries.strings()
                                .numeric()
                                .ofMinLength(1)
                                .ofMaxLength(15)
                                .map(value -> new Element("3922", value)),
                        text.map(value -> new Element("99", value)))
                .as((lot, serial, useBy, weight, price, own) -> List.of(lot, serial, useBy, weight, price, own))
                .flatMap(all -> Arbitraries.shuffle(all)
                        .flatMap(shuffled ->
                                Arbitraries.integers().between(0, 6).map(count -> shuffled.subList(0, count))));
        return Combinators.combine(gtin, others).as((key, rest) -> {
            List<Element> elements = new ArrayList<>();
            elements.add(new Element("01", key));
            elements.addAll(rest);
            return new ElementString(elements);
        });
    }

    @Provide
    Arbitrary<String> garbage() {
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofMaxLength(40);
        Arbitrary<String> parts = Arbitraries.of(
                "01",
                "0104006381333931",
                "10",
                "17",
                "281231",
                "(",
                ")",
                "\\",
                "^",
                "\u001d",
                "/",
                "?",
                "=",
                "&",
                "%",
                "%2",
                "%2F",
                "255",
                "8110",
                "3103",
                "423",
                "8030",
                "254",
                "ä",
                "\ud83d\ude00",
                "\u0000",
                "]C1",
                " ");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                digits,
                parts.list().ofMaxSize(12).map(list -> String.join("", list)),
                Combinators.combine(parts, digits, parts).as((one, two, three) -> one + two + three));
    }
}
