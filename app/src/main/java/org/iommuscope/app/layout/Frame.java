package org.iommuscope.app.layout;

import org.iommuscope.app.graph.GroupNode;

/**
 * Rows in a row that are members of one shared group.
 *
 * @param first index of its first row
 * @param end index after its last row
 * @param ordinal the group's place among the shared groups, which its colour and outline follow
 */
record Frame(GroupNode group, int ordinal, int first, int end) {}
