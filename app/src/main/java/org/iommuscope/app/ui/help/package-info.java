/** Sheets over the window: shortcuts, terms, what the program is made of, and its log. */
@NullMarked
package org.iommuscope.app.ui.help;

import org.jspecify.annotations.NullMarked;
