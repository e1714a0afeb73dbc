/** The tables that say which rule is asked at which step, one for each kind of kernel. */
@NullMarked
package org.iommuscope.model.rules.profiles;

import org.jspecify.annotations.NullMarked;
