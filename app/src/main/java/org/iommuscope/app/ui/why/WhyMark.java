package org.iommuscope.app.ui.why;

import org.iommuscope.model.topology.PciAddress;

/**
 * The part that one function has in the reason for a group.
 *
 * @param words {@code no ACS}
 * @param parts whether it keeps groups apart, and does not tie them together
 */
public record WhyMark(PciAddress function, String words, boolean parts) {}
