/** Signs and names that several parts of the window share. */
@NullMarked
package org.iommuscope.app.ui.sign;

import org.jspecify.annotations.NullMarked;
