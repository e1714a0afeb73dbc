/**
 * What-if dials: VFs, mdevs, drivers, slots, an ACS override, the kernel, and what would follow.
 */
@NullMarked
package org.iommuscope.app.ui.dials;

import org.jspecify.annotations.NullMarked;
