/** Finding devices by address, name, driver or group. */
@NullMarked
package org.iommuscope.app.ui.find;

import org.jspecify.annotations.NullMarked;
