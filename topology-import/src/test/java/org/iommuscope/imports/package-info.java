/** Captured machines and broken input, through the door. */
@NullMarked
package org.iommuscope.imports;

import org.jspecify.annotations.NullMarked;
