/** The window as a whole: menus, tools, status, themes and shortcuts. */
@NullMarked
package org.iommuscope.app.ui.window;

import org.jspecify.annotations.NullMarked;
