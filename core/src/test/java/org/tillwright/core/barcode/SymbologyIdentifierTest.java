package org.tillwright.core.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.core.barcode.SymbologyIdentifier.Content;

class SymbologyIdentifierTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            textBlock =
                    """
            ]E0, EAN_13,             THIRTEEN_DIGITS
            ]E1, EAN_ADD_ON,         PLAIN
            ]E3, EAN_13_WITH_ADD_ON, THIRTEEN_DIGITS_AND_ADD_ON
            ]E4, EAN_8,              EIGHT_DIGITS
            ]C0, CODE_128,           PLAIN
            ]C1, GS1_128,            ELEMENT_STRING
            ]e0, GS1_DATABAR,        ELEMENT_STRING
            ]d1, DATA_MATRIX,        PLAIN
            ]d2, GS1_DATA_MATRIX,    ELEMENT_STRING
            ]Q1, QR,                 PLAIN
            ]Q3, GS1_QR,             ELEMENT_STRING
            ]J0, DOT_CODE,           PLAIN
            ]J1, GS1_DOT_CODE,       ELEMENT_STRING
            ]I1, ITF,                PLAIN
            ]A0, CODE_39,            PLAIN
            """)
    void aScannersMarkSaysWhatTheDataIs(String mark, Symbology symbology, Content content) {
        assertThat(SymbologyIdentifier.find(mark + "123")).isEqualTo(new SymbologyIdentifier(symbology, content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "]", "]E", "E0123", "]XX", "]?0", "]E9", "123]E0"})
    void whatIsNoMarkIsNotTakenForOne(String text) {
        assertThat(SymbologyIdentifier.find(text)).isNull();
    }
}
