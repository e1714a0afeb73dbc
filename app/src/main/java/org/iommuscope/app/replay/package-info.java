/** Recordings of real kernels and QEMUs, and how the program's predictions compare with them. */
@NullMarked
package org.iommuscope.app.replay;

import org.jspecify.annotations.NullMarked;
