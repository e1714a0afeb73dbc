/** The walls of the architecture, each with its reason. */
@NullMarked
package org.iommuscope.app.architecture;

import org.jspecify.annotations.NullMarked;
