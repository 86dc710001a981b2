package org.tillwright.register.device.jpos.unit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import jpos.JposException;
import jpos.Scanner;
import jpos.ScannerConst;
import org.tillwright.register.device.host.HostedService.EventOutlet;
import org.tillwright.register.device.jpos.JposCall;
import org.tillwright.register.device.jpos.JposReply;
import org.tillwright.register.device.serial.LineException;

/** A barcode scanner. What it says of a symbol becomes the AIM identifier that a scanner on a line would send. */
final class ScannerUnit extends Unit<Scanner> {

    /** Longest text that is taken for a code: a GS1 symbol with every field holds less. */
    private static final int MOST_CODE = 256;

    /** By ISO/IEC 15424. Kinds that are left out say nothing that the code itself does not. */
    private static final Map<Integer, String> IDENTIFIERS = Map.ofEntries(
            Map.entry(ScannerConst.SCAN_SDT_EAN8, "]E4"),
            Map.entry(ScannerConst.SCAN_SDT_EAN13, "]E0"),
            Map.entry(ScannerConst.SCAN_SDT_ITF, "]I0"),
            Map.entry(ScannerConst.SCAN_SDT_Codabar, "]F0"),
            Map.entry(ScannerConst.SCAN_SDT_Code39, "]A0"),
            Map.entry(ScannerConst.SCAN_SDT_Code93, "]G0"),
            Map.entry(ScannerConst.SCAN_SDT_Code128, "]C0"),
            Map.entry(ScannerConst.SCAN_SDT_GS1128, "]C1"),
            Map.entry(ScannerConst.SCAN_SDT_GS1DATABAR, "]e0"),
            Map.entry(ScannerConst.SCAN_SDT_GS1DATABAR_E, "]e0"),
            Map.entry(ScannerConst.SCAN_SDT_PDF417, "]L0"),
            Map.entry(ScannerConst.SCAN_SDT_DATAMATRIX, "]d1"),
            Map.entry(ScannerConst.SCAN_SDT_QRCODE, "]Q1"),
            Map.entry(ScannerConst.SCAN_SDT_AZTEC, "]z0"),
            Map.entry(ScannerConst.SCAN_SDT_GS1DATAMATRIX, "]d2"),
            Map.entry(ScannerConst.SCAN_SDT_GS1QRCODE, "]Q3"));

    private final Events events;

    ScannerUnit(Scanner scanner, EventOutlet outlet) {
        super(scanner, new Power(scanner::getCapPowerReporting, scanner::setPowerNotify, scanner::getPowerState));
        events = new Events(outlet);
    }

    @Override
    void prepare(Scanner scanner) throws JposException {
        scanner.addDataListener(event -> take(scanner));
        scanner.addErrorListener(event -> goOn(scanner));
        scanner.addStatusUpdateListener(events::status);
    }

    @Override
    void begin(Scanner scanner) throws JposException {
        Ability.done(() -> scanner.setAutoDisable(false));
        Ability.done(() -> scanner.setDecodeData(true));
        scanner.setDataEventEnabled(true);
    }

    /** Services switch their data events off with each of them, so that one code is looked at before the next comes. */
    private void take(Scanner scanner) {
        byte[] label = Bytes.of(scanner::getScanDataLabel);
        int kind = Ability.number(scanner::getScanDataType, ScannerConst.SCAN_SDT_UNKNOWN);
        // Without a label the scanner did not take its symbol apart; then all that it sent is the code.
        byte[] code = label.length > 0 ? label : Bytes.of(scanner::getScanData);
        String read = identified(new String(code, StandardCharsets.ISO_8859_1).strip(), label.length > 0 ? kind : 0);
        if (!read.isEmpty() && read.length() <= MOST_CODE) {
            events.read(read);
        }
        goOn(scanner);
    }

    /** Also after an input that failed: what the service proposes to do with it is right, and what comes next must be read. */
    private static void goOn(Scanner scanner) {
        Ability.done(() -> scanner.setDataEventEnabled(true));
    }

    private static String identified(String code, int kind) {
        String identifier = IDENTIFIERS.get(kind);
        return identifier == null || code.isEmpty() || code.startsWith("]") ? code : identifier + code;
    }

    @Override
    JposReply answer(Scanner scanner, JposCall call) throws LineException {
        throw unknown(call); // a scanner is only listened to
    }
}
