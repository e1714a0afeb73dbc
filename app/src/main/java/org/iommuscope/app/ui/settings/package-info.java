/** The settings of the window, and the captures opened last. */
@NullMarked
package org.iommuscope.app.ui.settings;

import org.jspecify.annotations.NullMarked;
