package org.tillwright.register.cards;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tillwright.wire.CardSettlementMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.WireJson;

/**
 * What a terminal's answer to its end of day comes to, as it is kept on disk on its way into the journal. Written and read by
 * {@link WireJson}.
 *
 * @param sequence number that the journal's next record had when the answer came
 * @param messages what is to be in the journal, in this order
 */
public record CardDayAnswer(
        Long sequence, Long priceBookVersion, TaxPolicyMessage taxPolicy, List<CardSettlementMessage> messages) {

    String text() {
        return new String(WireJson.write(this), StandardCharsets.UTF_8);
    }

    static CardDayAnswer of(String text) {
        return WireJson.read(text.getBytes(StandardCharsets.UTF_8), CardDayAnswer.class);
    }
}
