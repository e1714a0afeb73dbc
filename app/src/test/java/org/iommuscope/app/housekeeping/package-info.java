/** What stands beside the code, compared with the code. */
@NullMarked
package org.iommuscope.app.housekeeping;

import org.jspecify.annotations.NullMarked;
