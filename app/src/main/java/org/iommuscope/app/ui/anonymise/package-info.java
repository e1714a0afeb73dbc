/** What is replaced when the open capture is made fit to be shown to others. */
@NullMarked
package org.iommuscope.app.ui.anonymise;

import org.jspecify.annotations.NullMarked;
