/** Every captured fact of the selected device. */
@NullMarked
package org.iommuscope.app.ui.inspector;

import org.jspecify.annotations.NullMarked;
