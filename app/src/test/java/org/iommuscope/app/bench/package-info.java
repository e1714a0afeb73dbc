/** The program's speed, measured against the limits that it promises to keep. */
@NullMarked
package org.iommuscope.app.bench;

import org.jspecify.annotations.NullMarked;
