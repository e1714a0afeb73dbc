/** The launcher at the root of the project, in good and in bad situations. */
@NullMarked
package org.iommuscope.app.launcher;

import org.jspecify.annotations.NullMarked;
