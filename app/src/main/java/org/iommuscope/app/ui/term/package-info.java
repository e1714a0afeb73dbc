/**
 * What the words of the window mean; tooltips and the glossary among the documents say the same.
 */
@NullMarked
package org.iommuscope.app.ui.term;

import org.jspecify.annotations.NullMarked;
