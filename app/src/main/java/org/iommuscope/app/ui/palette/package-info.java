/** One palette over everything that has a name: devices, groups, drivers, guests and commands. */
@NullMarked
package org.iommuscope.app.ui.palette;

import org.jspecify.annotations.NullMarked;
