package org.iommuscope.model.topology;

/** The layout of a function's config header; byte 0x0e without its multifunction bit. */
public enum HeaderType {
  ENDPOINT,
  BRIDGE,
  CARDBUS
}
