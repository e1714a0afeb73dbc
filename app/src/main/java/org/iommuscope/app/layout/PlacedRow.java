package org.iommuscope.app.layout;

/**
 * A row in its place.
 *
 * @param box the row itself
 * @param badge where its group badge stands, right of the box
 * @param continued whether it repeats the head of a tree that a column's end has cut
 */
public record PlacedRow(Row row, int column, Box box, Box badge, boolean continued) {}
