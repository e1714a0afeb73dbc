package org.iommuscope.app.workspace;

/** Where the open host comes from. */
public enum Origin {
  /** Nothing is open yet. */
  NOWHERE,
  /** The machine that the program runs on. */
  THIS_HOST,
  /** The machine that ships with the program, for the present one has no IOMMU groups. */
  SAMPLE,
  /** A capture that the user named. */
  CAPTURE,
  /** A text that the user pasted, which is nowhere to be read again. */
  PASTED
}
