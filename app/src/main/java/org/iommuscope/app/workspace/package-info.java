/** The session, its intents, undo and the work in the background, without a toolkit. */
@NullMarked
package org.iommuscope.app.workspace;

import org.jspecify.annotations.NullMarked;
