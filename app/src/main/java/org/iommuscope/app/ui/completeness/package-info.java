/** What the open captures tell of the host and what not, as a small meter and as a sheet. */
@NullMarked
package org.iommuscope.app.ui.completeness;

import org.jspecify.annotations.NullMarked;
