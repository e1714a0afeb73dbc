/**
 * What a host has: its PCI functions, mediated devices, other group members and IOMMU groups,
 * immutable.
 */
@NullMarked
package org.iommuscope.model.topology;

import org.jspecify.annotations.NullMarked;
