package org.tillwright.register.shell;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import javax.swing.JFrame;
import org.tillwright.register.settings.RegisterSettings.CustomerDisplay;
import org.tillwright.register.settings.RegisterSettings.WindowSize;

/** The customer's window, on a screen of its own. It never takes the focus: keys and scans stay the operator's. */
public final class CustomerFrame {

    private final JFrame frame = new JFrame("Tillwright");

    public CustomerFrame() {
        frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
        frame.setFocusableWindowState(false);
        frame.setAutoRequestFocus(false);
    }

    public void show(Component view) {
        frame.getContentPane().removeAll();
        frame.getContentPane().add(view);
        frame.revalidate();
        frame.repaint();
    }

    /**
     * Opens the window where the settings want it.
     *
     * @return false when the machine has no such screen; then the customer has no display, and the register sells all the same
     */
    public boolean open(CustomerDisplay where) {
        WindowSize window = where.window();
        GraphicsDevice[] screens =
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices();
        if (window != null) {
            frame.getContentPane().setPreferredSize(new Dimension(window.width(), window.height()));
            frame.pack();
            frame.setLocationByPlatform(true);
        } else if (where.screen() <= screens.length) {
            frame.setUndecorated(true);
            frame.setBounds(
                    screens[where.screen() - 1].getDefaultConfiguration().getBounds());
        } else {
            return false;
        }
        frame.setVisible(true);
        return true;
    }

    /** What the customer sees now, as a picture. */
    public BufferedImage picture() {
        BufferedImage image = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
        frame.getContentPane().printAll(image.createGraphics());
        return image;
    }

    public void close() {
        frame.dispose();
    }
}
