/** Captured config space, decoded after the PCI Local Bus and PCI Express Base specifications. */
@NullMarked
package org.iommuscope.model.config;

import org.jspecify.annotations.NullMarked;
