/** Machines of any size that nobody owns, written as captures. */
@NullMarked
package org.iommuscope.testing.synthetic;

import org.jspecify.annotations.NullMarked;
