package org.iommuscope.model.rules;

/** The driver that wraps a whole PCI function as one mdev. */
final class Wrappers {

  /** The sample driver of the mails of 2019, which never reached the kernel. */
  static final String DRIVER = "vfio-mdev-pci";

  private Wrappers() {}
}
