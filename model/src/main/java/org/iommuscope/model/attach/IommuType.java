package org.iommuscope.model.attach;

/**
 * What VFIO_SET_IOMMU may ask for, by the numbers of {@code include/uapi/linux/vfio.h}.
 *
 * @param number 1 type1, 2 sPAPR TCE, 3 type1v2, 6 nesting, 7 sPAPR TCE v2, 8 noiommu
 */
public record IommuType(int number) {

  public static final IommuType TYPE1 = new IommuType(1);
  public static final IommuType SPAPR_TCE = new IommuType(2);
  public static final IommuType TYPE1V2 = new IommuType(3);
  public static final IommuType NESTING = new IommuType(6);
  public static final IommuType SPAPR_TCE_V2 = new IommuType(7);
  public static final IommuType NOIOMMU = new IommuType(8);
}
