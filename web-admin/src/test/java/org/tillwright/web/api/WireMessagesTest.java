package org.tillwright.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.wire.SignOnRequest;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.pricing.PricingRules;

class WireMessagesTest {

    private static final Annotation[] NONE = {};

    private final WireMessages messages = new WireMessages();

    @Test
    void recordsAreOursAndNothingElseIs() {
        assertThat(messages.isReadable(SignOnRequest.class, SignOnRequest.class, NONE, MediaType.WILDCARD_TYPE))
                .isTrue();
        assertThat(messages.isReadable(byte[].class, byte[].class, NONE, MediaType.APPLICATION_JSON_TYPE))
                .isFalse();
        assertThat(messages.isWriteable(String.class, String.class, NONE, MediaType.APPLICATION_JSON_TYPE))
                .isFalse();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var out = new ByteArrayOutputStream();
        var request = new SignOnRequest("2", "481516");
        messages.writeTo(
                request, Record.class, Record.class, NONE, MediaType.WILDCARD_TYPE, new MultivaluedHashMap<>(), out);
        assertThat(read(out.toString(StandardCharsets.UTF_8))).isEqualTo(request);
    }

    @Test
    void everyFaultOfAMessageIsTold() {
        assertThatThrownBy(() -> read("{\"operatorNumber\": 2}"))
                .isInstanceOfSatisfying(MalformedMessageException.class, malformed -> assertThat(malformed.faults())
                        .extracting(Fault::field)
                        .isEqualTo(List.of("operatorNumber", "pin")));
    }

    @Test
    void aMisspeltMemberOfPricingRulesIsToldAndOneOfANewerProgramIsNot() throws IOException {
        assertThatThrownBy(() -> read("{\"currency\":\"EUR\",\"promotion\":[]}", PricingRules.class))
                .isInstanceOfSatisfying(MalformedMessageException.class, malformed -> assertThat(malformed.faults())
                        .extracting(Fault::field)
                        .isEqualTo(List.of("promotion")));
        assertThat(read("{\"operatorNumber\":\"2\",\"pin\":\"481516\",\"new\":1}"))
                .isEqualTo(new SignOnRequest("2", "481516"));
    }

    private Record read(String json) throws IOException {
        return read(json, SignOnRequest.class);
    }

    private Record read(String json, Class<? extends Record> record) throws IOException {
        @SuppressWarnings("unchecked") // JAX-RS hands in the class of the parameter, which is some record
        Class<Record> type = (Class<Record>) record;
        return messages.readFrom(
                type,
                type,
                NONE,
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
