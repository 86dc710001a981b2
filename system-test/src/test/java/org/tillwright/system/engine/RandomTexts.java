package org.tillwright.system.engine;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.system.thrown.Dice;

/** Codes as scanners give them and as nobody should: digits, GTINs, letters of all scripts, halves of letters. */
final class RandomTexts {

    private static final String RULES =
            """
            {"patterns":[{"name":"weight","meaning":"QUANTITY","template":"21IIIIIVVVVVC","decimals":3,"key":"ITEM"},
            {"name":"price","meaning":"PRICE","template":"22IIIIKVVVVVC","key":"TEMPLATE"},
            {"name":"paper","meaning":"PRICE","template":"23IIIIIKVVVVC","key":"ITEM"},
            {"name":"off","meaning":"DISCOUNT","template":"29VVVV*","decimals":2,"key":"ITEM"}],
            "currencyDigits":2,"currencyNumber":978,"year":2026,"readsUpcE":true,
            "gs1":{"refusesIdleFnc1":false,"checksExclusions":true,"checksRequisites":true}}
            """;

    /** Labels, links and marks of scanners, to be read whole and damaged. */
    private static final List<String> CODES = List.of(
            "]C1010401234567890817261231101A2B\u001d21SERIAL",
            "]d20109521234543213392219995\u001d3103001750",
            "(01)09521234543213(17)260100(10)LOT",
            "^01095212345432131726123110LOT^21S-1",
            "]Q3https://example.com/01/09521234543213/10/LOT/21/1?17=261231&3103=000195",
            "https://id.example.com/8004/1234ABC",
            "]E02112345015002",
            "]E04006381333931",
            "]e00109521234543213",
            "04252614",
            "8110106141416543213150110120",
            "255952123454321399999");

    private static final List<String> SEEDS = List.of(
            "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR"
                    + "5913Fulano de Tal6008BRASILIA62070503***63041D3D",
            "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN"
                    + "5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***"
                    + "0708A60086670902ME91320016A0112233449988770708123456786304A13A",
            "BCD\n002\n1\nSCT\nBPOTBEB1\nRed Cross of Belgium\nBE72000000001616\nEUR1\nCHAR\n\nUrgency fund\nSample QR code",
            "BCD\r\n001\r\n2\r\nSCT\r\nBFSWDE33BER\r\nName\r\nDE33100205000001194700\r\nEUR123.45\r\n\r\nRF18539007547034");

    private static final List<String> WANTED = List.of(
            """
            {"payment":{"initiation":"DYNAMIC","accounts":[{"id":4,"value":"4111"}],"networks":[],"category":"5411",
            "currency":"KWD","amount":{"currency":"KWD","minor":12345},"tip":{"type":"Share","rate":{"ppm":32500}},
            "country":"KW","merchantName":"Shop","city":"Kuwait","details":[["BILL_NUMBER","A1"],["PURPOSE","***"]],
            "detailTemplates":[],"local":{"language":"ar","name":"متجر"},"unreserved":[]}}
            """,
            """
            {"transfer":{"version":"V002","encoding":"ISO_8859_10","name":"Šop","iban":"LT121000011101001000",
            "amount":{"currency":"EUR","minor":1},"text":"ačiū"}}
            """);

    private final Dice dice;

    RandomTexts(Dice dice) {
        this.dice = dice;
    }

    List<Question> scans(int count) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code =
                    switch (dice.below(4)) {
                        case 0 -> anything(20);
                        case 1 -> dice.oneOf(CODES);
                        case 2 -> damaged(dice.oneOf(CODES));
                        default -> gtin();
                    };
            questions.add(Question.of(Question.Kind.scan, code, RULES));
        }
        return questions;
    }

    /** Known payloads and descriptions, whole and damaged. */
    List<Question> payments(int count) {
        List<Question> questions = new ArrayList<>();
        SEEDS.forEach(seed -> questions.add(Question.of(Question.Kind.readPaymentCode, seed)));
        WANTED.forEach(wanted -> questions.add(Question.of(Question.Kind.writePaymentCode, wanted)));
        for (int i = 0; i < count; i++) {
            questions.add(
                    dice.percent(33)
                            ? Question.of(Question.Kind.writePaymentCode, damaged(dice.oneOf(WANTED)))
                            : Question.of(Question.Kind.readPaymentCode, damaged(dice.oneOf(SEEDS))));
        }
        return questions;
    }

    private String gtin() {
        StringBuilder digits = new StringBuilder();
        int length = dice.oneOf(7, 11, 12, 13);
        for (int i = 0; i < length; i++) {
            digits.append(dice.below(10));
        }
        String code = digits.toString();
        return dice.percent(25) ? code + dice.below(10) : code + ScanCode.checkDigit(code);
    }

    private String damaged(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = dice.below(4); i >= 0; i--) {
            int at = dice.below(changed.length());
            switch (dice.below(4)) {
                case 0 -> changed.setCharAt(at, letter());
                case 1 -> changed.insert(at, letter());
                case 2 -> changed.insert(at, dice.below(100));
                default -> changed.delete(at, at + 1 + dice.below(3));
            }
        }
        return changed.toString();
    }

    private String anything(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = dice.below(most); i >= 0; i--) {
            text.append(letter());
        }
        return text.toString();
    }

    private char letter() {
        return switch (dice.below(6)) {
            case 0 -> (char) dice.below(0x1_0000);
            case 1 -> (char) dice.below(0x250);
            case 2 -> (char) dice.between('a', 'z');
            default -> (char) dice.between(' ', '~');
        };
    }
}
