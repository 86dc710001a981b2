package org.tillwright.web.admin.catalogue;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Rate;
import org.tillwright.core.tax.Tax;
import org.tillwright.web.admin.shell.Figures;
import org.tillwright.web.admin.shell.Words;

/** A rate in percent, without the sign, in the decimals of the reader's language. */
@Dependent
@FacesConverter(value = "catalogue.rate", managed = true)
public class RateConverter implements Converter<Long> {

    private static final int DIGITS = 4;
    private static final Rate EXAMPLE = new Rate(77_000);

    @Inject
    Figures figures;

    @Inject
    Words words;

    @Override
    public @Nullable Long getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return DecimalReader.read(text.replace("%", ""), figures.format(), DIGITS)
                .filter(ppm -> ppm <= Tax.MOST)
                .orElseThrow(() -> new ConverterException(new FacesMessage(
                        FacesMessage.SEVERITY_ERROR,
                        words.with(
                                "catalogue.tax.rateUnreadable", figures.format().percent(EXAMPLE)),
                        null)));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable Long ppm) {
        return ppm == null ? "" : figures.format().percent(new Rate(ppm));
    }
}
