/** What the tests of every module share. */
@NullMarked
package org.iommuscope.testing;

import org.jspecify.annotations.NullMarked;
