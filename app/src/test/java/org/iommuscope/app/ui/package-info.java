/** The view models over a real host, without a toolkit. */
@NullMarked
package org.iommuscope.app.ui;

import org.jspecify.annotations.NullMarked;
