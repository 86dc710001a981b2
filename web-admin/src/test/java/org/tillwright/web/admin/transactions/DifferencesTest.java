package org.tillwright.web.admin.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.web.admin.shell.SomeReader;

/** What the server noted for programs, as a person reads it. */
@SuppressWarnings("UnnecessaryAssignment") // no container sets the fields here
class DifferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            line 2 item milk amount told -129, computed -258      | Linje 2, vare milk, beløb af det annullerede: kasse −1,29, server −2,58
            tender WALLET W00000001 told -500, computed -1500     | Mobil givet tilbage: kasse −5,00, server −15,00
            tender CASH told -500, computed -1500                 | Kontant givet tilbage: kasse −5,00, server −15,00
            undoes a sale of another till day                     | Det annullerer et salg fra en anden kassedag.
            sale 4711 was undone before                           | Salg 4711 er annulleret før.
            line 1 has a price that item milk does not ask for    | Linje 1 har sin egen pris, og vare milk beder ikke om en.
            line 1 has a price that no order promised for item milk | Linje 1 har en pris, som intet tilbud og ingen henlægning lovede for vare milk.
            GIFT_CARD took 1501 back in minor units, and 1500 is left of what it paid | Gavekort tog 15,01 tilbage, og 15,00 var tilbage af det, den betalte.
            the price by hand on line 1 milk 990000 names anna as its approver, and there is no such approval | anna er nævnt som den, der godkendte “line 1 milk 990000”, og den godkendelse findes ikke.
            what ben took off line 3 is above the limit of the role CASHIER | Hvad ben trak fra linje 3, er over grænsen for rollen CASHIER.
            GIFT_CARD …1111 was paid with beyond what it had: it has -700 in minor units | Der blev betalt mere med Gavekort …1111, end der var: nu er der −7,00.
            2500 in minor units were paid as VOUCHER, which the store does not take | 25,00 blev betalt som Værdibevis, som butikken ikke tager.
            notes were given back: 1000 SEK in minor units        | Fremmede sedler blev givet tilbage: 10,00 SEK.
            1000 SEK in minor units were taken for 650, and are worth 640 | Sedler i SEK blev taget for 6,50 og er 6,40 værd.
            the sale is paid with a deposit on order o-1, and it is of no order | Depositummet er på ordre o-1, som ikke er salgets.
            line 2 brings milk back without a receipt, and nobody allowed it to ben | Linje 2: milk kom retur uden bon, og ingen tillod ben det.
            goods worth 5000 in minor units came back without a receipt, more than the store's 2000 | Varer for 50,00 kom retur uden bon, og butikkens grænse er 20,00.
            ON_ACCOUNT c-1 owes 12000 in minor units, and the limit is 10000 | På konto c-1 skylder 120,00, og grænsen er 100,00.""")
    void eachIsSaidInTheReadersLanguage(String noted, String said) {
        assertThat(danish().sentence(noted, "DKK")).isEqualTo(said);
    }

    private static Differences danish() {
        Differences differences = new Differences();
        differences.words = SomeReader.words("da");
        differences.figures = SomeReader.figures("da");
        return differences;
    }
}
