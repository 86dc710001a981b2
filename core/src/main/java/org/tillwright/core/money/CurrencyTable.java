package org.tillwright.core.money;

import java.util.Map;
import java.util.TreeMap;

/** The decimal digits of every currency, after CLDR 45 (supplemental data, fractions). */
final class CurrencyTable {

    private static final String NO_DIGITS =
            """
            ADP AFN ALL BIF BYR CLP DJF ESP GNF IQD IRR ISK ITL JPY KMF KPW KRW LAK LBP LUF MGA MGF MMK MRO
            PYG RSD RWF SLL SOS STD SYP TMM TRL UGX UYI VND VUV XAF XOF XPF YER ZMK ZWD
            """;

    private static final String TWO_DIGITS =
            """
            AED AFA AMD ANG AOA ARS ATS AUD AWG AYM AZM AZN BAM BBD BDT BEF BGL BGN BMD BND BOB BOV BRL BSD
            BTN BWP BYB BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CSD CUC CUP CVE CYP CZK DEM DKK DOP DZD
            EEK EGP ERN ETB EUR FIM FJD FKP FRF GBP GEL GHC GHS GIP GMD GRD GTQ GWP GYD HKD HNL HRK HTG HUF
            IDR IEP ILS INR JMD KES KGS KHR KYD KZT LKR LRD LSL LTL LVL MAD MDL MKD MNT MOP MRU MTL MUR MVR
            MWK MXN MXV MYR MZM MZN NAD NGN NIO NLG NOK NPR NZD PAB PEN PGK PHP PKR PLN PTE QAR ROL RON RUB
            RUR SAR SBD SCR SDD SDG SEK SGD SHP SIT SKK SLE SRD SRG SSP STN SVC SZL THB TJS TMT TOP TPE TRY
            TTD TWD TZS UAH USD USN USS UYU UZS VEB VED VEF VES WST XCD XCG YUM ZAR ZMW ZWG ZWL ZWN ZWR
            """;

    private static final String THREE_DIGITS = """
            BHD JOD KWD LYD OMR TND
            """;

    private static final String FOUR_DIGITS = """
            CLF UYW
            """;

    static final Map<String, Currency> BY_CODE = table();

    private CurrencyTable() {}

    private static Map<String, Currency> table() {
        Map<String, Currency> table = new TreeMap<>();
        add(table, NO_DIGITS, 0);
        add(table, TWO_DIGITS, 2);
        add(table, THREE_DIGITS, 3);
        add(table, FOUR_DIGITS, 4);
        return Map.copyOf(table);
    }

    private static void add(Map<String, Currency> table, String codes, int digits) {
        for (String code : codes.trim().split("\\s+", -1)) {
            table.put(code, new Currency(code, digits));
        }
    }
}
