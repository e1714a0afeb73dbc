package org.iommuscope.model.grouping;

/**
 * Whether a function counts as keeping its peers out of reach, {@code pci_acs_enabled} of Linux.
 *
 * @param evidence what the capture shows, as words after the function's name
 */
public record Enforcement(Answer answer, String evidence) {}
