/**
 * The files that the program reads and writes: plans, verdicts and recordings, all of them JSON.
 */
@NullMarked
package org.iommuscope.app.files;

import org.jspecify.annotations.NullMarked;
