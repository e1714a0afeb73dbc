package org.iommuscope.app.layout;

import org.iommuscope.app.graph.GroupNode;

/** The soft ground behind rows of one shared group that stand together in a column. */
public record Hull(GroupNode group, int ordinal, Box box) {}
