package org.iommuscope.app.ui.palette;

/** A command of the window, as the palette offers it. */
public record PaletteCommand(String text, String keys, Runnable run) {}
