package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.wire.Bytes.utf8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.wire.json.WireJson;

class PinVerifierTest {

    private static final byte[] SALT = utf8("sixteen bytes!!!");
    private static final String VERIFIER = PinVerifier.of("482913", SALT);

    @Test
    void theRightPinMatchesAndNothingElse() {
        assertThat(PinVerifier.matches("482913", VERIFIER)).isTrue();
        assertThat(PinVerifier.matches("482914", VERIFIER)).isFalse();
        assertThat(PinVerifier.matches("48291", VERIFIER)).isFalse();
        assertThat(PinVerifier.matches("4829130", VERIFIER)).isFalse();
        assertThat(PinVerifier.matches(" 482913", VERIFIER)).isFalse();
        assertThat(PinVerifier.matches("", VERIFIER)).isFalse();
    }

    @Test
    void theVerifierDoesNotShowThePin() {
        assertThat(VERIFIER).startsWith("pbkdf2-sha256$210000$").doesNotContain("482913");
    }

    @Test
    void theSamePinOfTwoPeopleLooksDifferent() {
        assertThat(PinVerifier.of("482913", utf8("another salt!!!!"))).isNotEqualTo(VERIFIER);
        assertThat(PinVerifier.of("482913", SALT)).isEqualTo(VERIFIER);
    }

    @Test
    void aVerifierFitsTheMessageThatCarriesIt() {
        assertThat(VERIFIER.length()).isLessThan(WireJson.MAX_TEXT);
    }

    @Test
    void aKnownVerifierOfAnotherProgramMatches() {
        // Worked out with Python's hashlib: the word "password", the salt "salt", two rounds.
        String known = "pbkdf2-sha256$2$c2FsdA==$rk0Mla9rRtMtCt/5KPBt0CowP47zwlHf1uLYWpVHTEM=";

        assertThat(PinVerifier.matches("password", known)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "482913",
                "md5$1$c2FsdA==$AAAA",
                "pbkdf2-sha256$2$c2FsdA==",
                "pbkdf2-sha256$two$c2FsdA==$AAAA",
                "pbkdf2-sha256$0$c2FsdA==$AAAA",
                "pbkdf2-sha256$2$!$AAAA",
                "pbkdf2-sha256$2$$AAAA"
            })
    void aBrokenVerifierLetsNobodyIn(String broken) {
        assertThatThrownBy(() -> PinVerifier.matches("482913", broken)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyHashMatchesNoPin() {
        assertThat(PinVerifier.matches("482913", "pbkdf2-sha256$2$c2FsdA==$")).isFalse();
    }
}
