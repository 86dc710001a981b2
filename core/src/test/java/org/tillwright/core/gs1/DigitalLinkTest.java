package org.tillwright.core.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitalLinkTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
            https://id.gs1.org/01/09520123456788,                            ^0109520123456788
            HTTP://shop.example/any/where/01/09520123456788,                 ^0109520123456788
            https://a/01/09520123456788/22/2A/10/ABC/21/9,                   ^0109520123456788222A^10ABC^219
            https://a/01/09520123456788/10/ABC?17=280131&3103=000195,        ^010952012345678810ABC^172801313103000195
            https://a/01/09520123456788/235/X,                               ^0109520123456788235X
            https://a/01/09520123456788/21/a%2fb%25,                         ^010952012345678821a/b%
            https://a/01/09520123456788?utm=1&99=A%26B&lang=da#top,          ^010952012345678899A&B
            https://a/01/09520123456788?&&99=A;98=B&,                        ^010952012345678899A^98B
            https://a/414/9520123456788/254/32a%2Fb,                         ^414952012345678825432a/b
            https://a/00/x/00/952012345678912345,                            ^00952012345678912345
            https://a/8004/9520614141234567?01=09520123456788,               ^80049520614141234567^0109520123456788
            https://a/01/09520123456788?10=ABC,                              ^010952012345678810ABC
            """)
    void aLinkSaysWhatALabelSays(String link, String text) {
        assertThat(Gs1Test.sound(DigitalLink.parse(link, Gs1Rules.LENIENT)).toText())
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            textBlock =
                    """
            ftp://a/01/09520123456788,              FNC1_MISSING
            https://,                               LINK_WITHOUT_KEY
            https:///01/09520123456788,             LINK_WITHOUT_KEY
            https://shop.example,                   LINK_WITHOUT_KEY
            https://shop.example/offers/2026,       LINK_WITHOUT_KEY
            https://01/09520123456788,              LINK_WITHOUT_KEY
            https://a/01/09520123456788/,           LINK_WITHOUT_KEY
            https://a/01/09520123456789,            INCORRECT_CHECK_DIGIT
            https://a/01/9520123456788,             VALUE_TOO_SHORT
            https://a/01/09520123456788/21/9/10/A,  LINK_PATH_INVALID
            https://a/01/09520123456788/22/A/235/B, LINK_PATH_INVALID
            https://a/01/09520123456788/89/A,       LINK_PATH_INVALID
            https://a/01/09520123456788/17/280131,  LINK_PATH_INVALID
            https://a/01/09520123456788?999=A,      LINK_ATTRIBUTE_INVALID
            https://a/01/09520123456788?21=A,       LINK_ATTRIBUTE_INVALID
            https://a/01/09520123456788/10/A?10=B,  LINK_ATTRIBUTE_INVALID
            https://a/01/09520123456788?17,         VALUE_TOO_SHORT
            https://a/01/09520123456788?99=A%2,     INVALID_PERCENT_SEQUENCE
            https://a/01/09520123456788?99=A%zz,    INVALID_PERCENT_SEQUENCE
            https://a/01/09520123456788?99=A+B,     INVALID_CSET82_CHARACTER
            """)
    void whatIsNoLinkIsRefusedByName(String link, Gs1Problem problem) {
        assertThat(Gs1Test.faultOf(DigitalLink.parse(link, Gs1Rules.LENIENT)).problem())
                .isEqualTo(problem);
    }

    @Test
    void aQualifierInTheQueryIsForgivenUnlessAllMustBeRight() {
        String link = "https://a/01/09520123456788?10=ABC";

        assertThat(DigitalLink.parse(link, Gs1Rules.CONSISTENT)).isInstanceOf(ElementString.class);
        assertThat(Gs1Test.faultOf(DigitalLink.parse(link, Gs1Rules.COMPLETE)))
                .isEqualTo(new Gs1Fault(Gs1Problem.LINK_ATTRIBUTE_INVALID, "10"));
    }

    @Test
    void aCompressedLinkIsNamedAsOne() {
        // Header 0x01, then 9520123456788 in 47 bits: what a compressor makes of /01/09520123456788.
        String bits = "00000001"
                + "0".repeat(47 - Long.toBinaryString(9_520_123_456_788L).length())
                + Long.toBinaryString(9_520_123_456_788L) + "00000";
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < bits.length(); i += 6) {
            path.append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                    .charAt(Integer.parseInt(bits.substring(i, i + 6), 2)));
        }

        assertThat(Gs1Test.faultOf(DigitalLink.parse("https://id.gs1.org/" + path, Gs1Rules.LENIENT))
                        .problem())
                .isEqualTo(Gs1Problem.LINK_COMPRESSED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
            (01)09520123456788,                         https://id.gs1.org/01/09520123456788
            (17)280131(10)A/1(01)09520123456788,        https://id.gs1.org/01/09520123456788/10/A%2F1?17=280131
            (01)09520123456788(21)S(10)L(22)V,          https://id.gs1.org/01/09520123456788/22/V/10/L/21/S
            (01)09520123456788(99)A&B(3103)000195,      https://id.gs1.org/01/09520123456788?3103=000195&99=A%26B
            (414)9520123456788(254)X,                   https://id.gs1.org/414/9520123456788/254/X
            """)
    void aLabelHasOneCanonicalLink(String label, String link) {
        ElementString elements = Gs1Test.sound(Gs1.parseBracketed(label, Gs1Rules.LENIENT));

        assertThat(DigitalLink.of(elements)).contains(link);
    }

    @ParameterizedTest
    @CsvSource({"(10)A", "(01)09520123456788(8200)X", "(8200)X", "(01)09520123456788(21)A(235)B"})
    void whatNoLinkCanSayHasNone(String label) {
        ElementString elements = Gs1Test.sound(Gs1.parseBracketed(label, Gs1Rules.LENIENT));

        assertThat(DigitalLink.of(elements)).isEmpty();
    }

    @Test
    void aShopMayHaveLinksOfItsOwn() {
        ElementString elements = Gs1Test.sound(Gs1.parse("^0109520123456788", Gs1Rules.LENIENT));

        assertThat(DigitalLink.of(elements, "https://shop.example/p"))
                .contains("https://shop.example/p/01/09520123456788");
    }
}
