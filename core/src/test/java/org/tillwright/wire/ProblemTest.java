package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.wire.Bytes.faultsOf;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;

class ProblemTest {

    @Test
    void aProblemSaysWhyInOneSentenceAndForProgramsInOneCode() {
        Problem problem = Problem.of(
                422,
                "UNSOUND_SALE",
                "The sale does not add up.",
                List.of(new Fault("totalMinor", "is not net plus tax")));

        assertThat(Bytes.text(problem))
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"title\":\"Unsound sale\",\"status\":422,\"code\":\"UNSOUND_SALE\","
                                + "\"detail\":\"The sale does not add up.\","
                                + "\"faults\":[{\"field\":\"totalMinor\",\"message\":\"is not net plus tax\"}]}");
    }

    @Test
    void aProblemWithoutAFieldToBlameHasNoFaults() {
        assertThat(Problem.of(401, "TOKEN_REFUSED", "Enrol this register again.", List.of())
                        .faults())
                .isNull();
    }

    @Test
    void aProblemOfAThousandAndOneFaultsDoesNotKeepTheRecordInTheOutboxForEver() {
        Fault fault = new Fault("lines[0]." + "x".repeat(300), "is " + "y".repeat(300));
        Problem problem = Problem.of(400, "MALFORMED", "z".repeat(3_000), Collections.nCopies(1_001, fault));

        Problem read = WireJson.read(WireJson.write(problem), Problem.class);

        assertThat(read).isEqualTo(problem);
        assertThat(read.faults()).hasSize(1_000);
        assertThat(read.faults().get(0).field()).startsWith("lines[0].xxx").hasSize(250);
        assertThat(read.detail()).hasSize(2_000);
    }

    @Test
    void cuttingATextDoesNotLeaveHalfACharacter() {
        String smiles = "x" + "\ud83d\ude00".repeat(200);
        Problem problem = Problem.of(400, "MALFORMED", smiles, List.of(new Fault(smiles, smiles)));

        Problem read = WireJson.read(WireJson.write(problem), Problem.class);

        assertThat(read.faults().get(0).field()).hasSize(249);
    }

    @Test
    void anAbsurdNameInAMessageIsNotRepeatedInTheAnswer() {
        String json =
                "{\"departmentId\":\"dairy\",\"names\":{\"" + "k".repeat(5_000) + "\":1},\"position\":1,\"hue\":0}";

        assertThat(faultsOf(json, SnapshotMessage.Department.class))
                .containsExactly("names has a name longer than 40 characters");
    }
}
