package org.tillwright.register.component;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Color;
import java.awt.Font;
import java.util.HashMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.UIManager;
import javax.swing.plaf.FontUIResource;
import javax.swing.text.StyleContext;

/** One look in two themes: colours, letters and sizes, in one place. */
@SuppressWarnings("ImmutableEnumChecker") // Palette is a record of colours and an unmodifiable list
public enum Look {
    LIGHT(Palette.LIGHT),
    DARK(Palette.DARK);

    /** Height of what a finger hits, in pixels; nothing is lower than {@link #TARGET_MIN}. */
    public static final int TARGET = 56;

    public static final int TARGET_MIN = 48;

    public static final int SMALL = 14;
    public static final int BODY = 16;
    public static final int LARGE = 20;
    public static final int TITLE = 28;
    public static final int TOTAL = 44;

    private static Look current = LIGHT;

    private final Palette palette;

    Look(Palette palette) {
        this.palette = palette;
    }

    /** Finds a theme by its name in the settings; light when it has none. */
    public static Look named(String name) {
        return name.equalsIgnoreCase("dark") ? DARK : LIGHT;
    }

    /** Sets the look for windows made from now on. Event thread only. */
    public void apply() {
        current = this;
        FlatInterFont.install();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
        FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
        FlatLaf.setGlobalExtraDefaults(defaults());
        if (this == DARK) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
        // As an extra default this key is ignored; set here it counts.
        UIManager.put("defaultFont", new FontUIResource(regular(BODY)));
        UIManager.put("LabelUI", PlainLabelUI.class.getName());
        UIManager.put("ToolTipUI", PlainToolTipUI.class.getName());
    }

    /** Lets a component show a text that begins with an HTML tag as what it is: a text. */
    static void takeLiterally(JComponent component) {
        component.putClientProperty("html.disable", true);
    }

    public static Palette colors() {
        return current.palette;
    }

    /** A font made through StyleContext is a composite: what Inter lacks comes from the machine's fonts. */
    public static Font regular(int size) {
        return StyleContext.getDefaultStyleContext().getFont(FlatInterFont.FAMILY, Font.PLAIN, size);
    }

    public static Font semibold(int size) {
        return StyleContext.getDefaultStyleContext().getFont(FlatInterFont.FAMILY_SEMIBOLD, Font.PLAIN, size);
    }

    private Map<String, String> defaults() {
        Map<String, String> keys = new HashMap<>();
        keys.put("@background", hex(palette.ground()));
        keys.put("@foreground", hex(palette.text()));
        keys.put("@disabledForeground", hex(palette.muted()));
        keys.put("@componentBackground", hex(palette.surface()));
        keys.put("@accentColor", hex(palette.accent()));
        keys.put("@selectionBackground", hex(palette.accent()));
        keys.put("@selectionForeground", hex(palette.onAccent()));
        keys.put("@selectionInactiveBackground", hex(palette.accent()));
        keys.put("@selectionInactiveForeground", hex(palette.onAccent()));
        keys.put("Component.borderColor", hex(palette.line()));
        keys.put("Component.focusColor", hex(palette.accent()));
        keys.put("Component.focusedBorderColor", hex(palette.accent()));
        keys.put("Component.focusWidth", "0");
        keys.put("Component.innerFocusWidth", "2");
        keys.put("Component.arc", "16");
        keys.put("Button.arc", "24");
        keys.put("Button.innerFocusWidth", "2");
        keys.put("Button.background", hex(palette.surface()));
        keys.put("Button.disabledBackground", hex(palette.ground()));
        keys.put("Button.borderColor", hex(palette.line()));
        keys.put("Button.disabledBorderColor", hex(palette.line()));
        keys.put("Button.disabledText", hex(palette.muted()));
        keys.put("Button.focusedBackground", hex(palette.surface()));
        keys.put("Button.margin", "4,8,4,8");
        keys.put("TextComponent.arc", "16");
        keys.put("TextField.margin", "4,12,4,12");
        keys.put("PasswordField.margin", "4,12,4,12");
        keys.put("TextField.placeholderForeground", hex(palette.muted()));
        keys.put("PasswordField.placeholderForeground", hex(palette.muted()));
        keys.put("ScrollBar.width", "16");
        keys.put("ScrollBar.minimumThumbSize", "48,48");
        keys.put("ScrollPane.arc", "16");
        return keys;
    }

    private static String hex(Color color) {
        return String.format("#%06x", color.getRGB() & 0xFFFFFF);
    }
}
