package org.tillwright.server.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayoutCamtTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><Ntfctn>";
    private static final String FOOT = "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
    private static final String CARDS =
            "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>MCRD</Cd><SubFmlyCd>%s</SubFmlyCd></Fmly></Domn></BkTxCd>";

    private static PayoutRead read(String xml) {
        return PayoutCamt.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String entry(String family, String inside) {
        return "<Ntry><NtryRef>P-9</NtryRef>" + inside + CARDS.formatted(family) + "</Ntry>";
    }

    @Test
    void cardEntriesAreReadWithTheirDetailsAndOthersAreNobodysBusiness() {
        String detail = "<TxDtls><Refs><EndToEndId>E-1</EndToEndId></Refs><Amt Ccy=\"EUR\">12.35</Amt>"
                + "<CdtDbtInd>CRDT</CdtDbtInd><Chrgs><Rcrd><Amt Ccy=\"EUR\">0.15</Amt><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>"
                + "<CardTx><POI><Id><Id>T-1</Id></Id></POI><Tx><Indv><SeqNb>77</SeqNb><TxId>"
                + "<TxDtTm>2026-03-01T14:00:00</TxDtTm><TxRef>R-77</TxRef></TxId></Indv></Tx></CardTx></TxDtls>"
                + "<TxDtls><Amt Ccy=\"EUR\">2.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls>";
        PayoutRead read = read(HEAD
                + entry(
                        "POSP",
                        "<Amt Ccy=\"EUR\">10.35</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-03-03</Dt></BookgDt>"
                                + "<ValDt><Dt>2026-03-04</Dt></ValDt><NtryDtls>" + detail + "</NtryDtls>")
                + entry(
                        "CHRG",
                        "<Amt Ccy=\"EUR\">9.95</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-03-05</Dt></BookgDt>")
                + entry(
                        "POSP",
                        "<Amt Ccy=\"EUR\">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>"
                                + "<BookgDt><Dt>2026-03-06</Dt></BookgDt>")
                + "<Ntry><Amt Ccy=\"EUR\">800.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-03-05</Dt></BookgDt>"
                + "<BkTxCd><Domn><Fmly><Cd>ICDT</Cd></Fmly></Domn></BkTxCd></Ntry>" + FOOT);
        assertThat(read.faults()).isEmpty();
        assertThat(read.lines())
                .extracting(
                        PayoutLine::kind,
                        PayoutLine::grossMinor,
                        PayoutLine::feeMinor,
                        PayoutLine::terminalId,
                        PayoutLine::trace,
                        PayoutLine::reference,
                        line -> line.happenedOn().toString())
                .containsExactly(
                        tuple(PayoutKind.PAYMENT, 1_250L, 15L, "T-1", "77", "R-77", "2026-03-01"),
                        tuple(PayoutKind.REFUND, -200L, 0L, null, null, null, "2026-03-03"),
                        tuple(PayoutKind.FEE, 0L, 995L, null, null, null, "2026-03-05"),
                        tuple(PayoutKind.CHARGEBACK, -500L, 0L, null, null, null, "2026-03-06"));
        assertThat(read.lines().get(0).payoutReference()).isEqualTo("P-9");
        assertThat(read.lines().get(0).paidOn()).hasToString("2026-03-04");
    }

    @Test
    void whatIsNoStatementOrNoXmlIsSaid() {
        assertThat(read("<html></html>").faults()).singleElement().asString().contains("neither");
        assertThat(read(HEAD + FOOT).faults()).singleElement().asString().contains("no card entry");
        assertThat(read(HEAD).faults()).singleElement().asString().contains("no XML");
        assertThat(read(HEAD + entry("POSP", "<Amt Ccy=\"EUR\">1.005</Amt>") + FOOT)
                        .faults())
                .singleElement()
                .asString()
                .contains("no amount");
    }

    @Test
    void nothingOutsideTheFileIsReadAndNothingGrows() {
        String stranger = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        assertThat(read(stranger + HEAD + "<Ntry><NtryRef>&x;</NtryRef></Ntry>" + FOOT)
                        .faults())
                .isNotEmpty();
        assertThat(read(HEAD + "<a>".repeat(200) + "</a>".repeat(200) + FOOT).faults())
                .isNotEmpty();
    }
}
