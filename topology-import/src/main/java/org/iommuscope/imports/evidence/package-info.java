/** What sources say of a host, fact by fact, each with the place that says it. */
@NullMarked
package org.iommuscope.imports.evidence;

import org.jspecify.annotations.NullMarked;
