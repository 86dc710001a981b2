package org.tillwright.server.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.server.TestShop;
import org.tillwright.wire.RecordBatch;
import org.tillwright.wire.SealedRecord;
import org.tillwright.wire.seal.JournalChain;
import org.tillwright.wire.seal.RecordSeal;

/** A register that sold while it was offline: its sealed records, as they travel in batches. */
final class BackloggedTill {

    private final String workstationId;
    private final TestKey key = TestKey.make();
    private final List<SealedRecord> records = new ArrayList<>();
    private String head = JournalChain.START;

    /** Enrols the register at a workstation, which is made when the shop has none of this name. */
    BackloggedTill(TestShop shop, String workstationId) {
        this.workstationId = workstationId;
        shop.database.tamper(
                "insert ignore into workstation values ('" + workstationId + "', 'shop', 'Till', null, null)");
        key.enrol(shop, workstationId);
    }

    /** Sells these goods as its next record. */
    BackloggedTill sell(String... itemIds) {
        SaleBuilder sale = new SaleBuilder().at(workstationId);
        for (String itemId : itemIds) {
            sale.line(itemId, 1000);
        }
        return write(sale.record(records.size() + 1));
    }

    BackloggedTill write(byte[] record) {
        long sequence = records.size() + 1L;
        RecordSeal seal = key.seal(workstationId, sequence, head, record);
        head = seal.head(workstationId, sequence, record);
        records.add(new SealedRecord(sequence, seal.text(), new String(record, StandardCharsets.UTF_8)));
        return this;
    }

    String workstationId() {
        return workstationId;
    }

    List<SealedRecord> records() {
        return List.copyOf(records);
    }

    RecordBatch batch() {
        return new RecordBatch(records);
    }
}
