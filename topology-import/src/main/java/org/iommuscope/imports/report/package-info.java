/** What an import tells while it runs and afterwards: its progress and its notes. */
@NullMarked
package org.iommuscope.imports.report;

import org.jspecify.annotations.NullMarked;
