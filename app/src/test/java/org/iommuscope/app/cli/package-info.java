/** The command line, asked inside the test's process. */
@NullMarked
package org.iommuscope.app.cli;

import org.jspecify.annotations.NullMarked;
