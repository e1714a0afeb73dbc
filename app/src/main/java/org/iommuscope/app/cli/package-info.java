/** The command line: the window's questions, asked without a window. */
@NullMarked
package org.iommuscope.app.cli;

import org.jspecify.annotations.NullMarked;
