package org.iommuscope.app.ui.inspector;

/** One captured fact of a device, in words. */
public record Fact(String category, String name, String value) {}
