package org.tillwright.core.paymentqr;

import java.util.Map;
import java.util.TreeMap;

/** International bank account numbers and creditor references: what ISO 13616 and ISO 11649 let one check. */
public final class Iban {

    static final int MIN_LENGTH = 15;
    static final int MAX_LENGTH = 34;

    private static final int MAX_REFERENCE_LENGTH = 25;

    /** How long a country's numbers are, after the registry of ISO 13616. Others are checked by their digits alone. */
    private static final String LENGTHS =
            """
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28
            EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26
            IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28
            NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25
            SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
            """;

    private static final Map<String, Integer> LENGTH_OF_COUNTRY = lengths();

    private Iban() {}

    /** True if the text is an IBAN as machines write it: capitals and digits, no blanks, the right length, valid digits. */
    public static boolean isValid(String text) {
        int length = text.length();
        if (length < MIN_LENGTH || length > MAX_LENGTH || !Letters.CAPITALS.allows(text.substring(0, 2))) {
            return false;
        }
        return LENGTH_OF_COUNTRY.getOrDefault(text.substring(0, 2), length) == length && hasValidDigits(text);
    }

    /** True if the text is a creditor reference: RF, two check digits, up to 21 capitals and digits. */
    public static boolean isValidReference(String text) {
        return text.startsWith("RF")
                && text.length() > 4
                && text.length() <= MAX_REFERENCE_LENGTH
                && hasValidDigits(text);
    }

    /** ISO 7064, MOD 97-10: the first four letters go to the end, A counts as 10, and the whole leaves 1. */
    private static boolean hasValidDigits(String text) {
        if (!Letters.CODE.allows(text) || !Letters.DIGITS.allows(text.substring(2, 4))) {
            return false;
        }
        int rest = 0;
        String turned = text.substring(4) + text.substring(0, 4);
        for (int i = 0; i < turned.length(); i++) {
            char letter = turned.charAt(i);
            boolean isDigit = letter <= '9';
            rest = isDigit ? (rest * 10 + letter - '0') % 97 : (rest * 100 + letter - 'A' + 10) % 97;
        }
        return rest == 1;
    }

    private static Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new TreeMap<>();
        for (String entry : LENGTHS.trim().split("\\s+", -1)) {
            lengths.put(entry.substring(0, 2), Integer.parseInt(entry.substring(2)));
        }
        return lengths;
    }
}
