/** How Linux forms IOMMU groups of PCI functions, from captured config space; and why. */
@NullMarked
package org.iommuscope.model.grouping;

import org.jspecify.annotations.NullMarked;
