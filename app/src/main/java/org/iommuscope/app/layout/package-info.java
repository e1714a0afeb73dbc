/**
 * Gives every device of the graph its place, phase by phase, in time that grows with the rows
 * alone.
 *
 * <p>{@link org.iommuscope.app.layout.TreeLayout#place} makes a {@link
 * org.iommuscope.app.layout.PlacedGraph}: rows in reading order, hulls behind the rows of shared
 * groups, and routes. Lengths are pixels at a zoom of 100 %, y grows downwards.
 */
@NullMarked
package org.iommuscope.app.layout;

import org.jspecify.annotations.NullMarked;
