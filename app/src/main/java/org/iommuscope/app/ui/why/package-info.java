/** Why devices share a group, or do not: what of the picture is the reason, and in sentences. */
@NullMarked
package org.iommuscope.app.ui.why;

import org.jspecify.annotations.NullMarked;
