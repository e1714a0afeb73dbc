/** Opening a capture, with progress and a way to stop it. */
@NullMarked
package org.iommuscope.app.ui.open;

import org.jspecify.annotations.NullMarked;
