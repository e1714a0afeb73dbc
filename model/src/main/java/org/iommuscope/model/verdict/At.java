package org.iommuscope.model.verdict;

/** The place on the attach path where a step failed; Q1 to Q11 are those of QEMU's realize. */
public enum At {
  Q1,
  Q2,
  Q3,
  Q4,
  Q5,
  Q6,
  Q7,
  Q8,
  Q9,
  Q10,
  Q11,
  BIND,
  ATTACH,
  OPEN,
  PROBE,
  OPTION,
  UNBIND,
  CREATE,
  REMOVE,
  NUMVFS,
  LIBVIRT
}
