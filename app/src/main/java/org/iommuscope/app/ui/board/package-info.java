/** The plans beside one another: branching, comparing, their history, comments and waivers. */
@NullMarked
package org.iommuscope.app.ui.board;

import org.jspecify.annotations.NullMarked;
