/** What vendors call their devices. */
@NullMarked
package org.iommuscope.imports.names;

import org.jspecify.annotations.NullMarked;
