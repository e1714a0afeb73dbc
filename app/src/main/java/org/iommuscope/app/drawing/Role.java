package org.iommuscope.app.drawing;

/** What a colour says. Roles with hues have a colour for each hue. */
public enum Role {
  BACKGROUND,
  TEXT,
  TEXT_MUTED,
  TREE_LINE,
  ROW_FILL,
  ROW_LINE,
  HEAD_FILL,
  HEAD_LINE,
  MDEV_FILL,
  MDEV_LINE,
  MDEV_TEXT,
  FOLD_FILL,
  /** By the ordinal of {@link org.iommuscope.app.layout.DeviceClass}. */
  CLASS,
  PILL_FILL,
  PILL_TEXT,
  VFIO_FILL,
  VFIO_TEXT,
  /** "No driver", "no group": the host has none. */
  NONE_LINE,
  NONE_TEXT,
  /** "Not captured": the picture cannot say. */
  UNREAD_LINE,
  UNREAD_TEXT,
  ALONE_LINE,
  ALONE_TEXT,
  /** By group. */
  HULL_FILL,
  /** By group. */
  HULL_LINE,
  /** By group. */
  BADGE_FILL,
  BADGE_TEXT,
  WARNING_LINE,
  WARNING_TEXT,
  BACKING_LINE,
  /** What is there only because the plan imagines it. */
  IMAGINED_LINE,
  CHIP_FILL,
  CHIP_TEXT,
  /** What the running host does with a device. */
  USE_FILL,
  USE_LINE,
  USE_TEXT,
  /** What it loses by the plan. */
  LOSS_FILL,
  LOSS_TEXT,
  YES_FILL,
  NO_FILL,
  UNSAFE_FILL,
  CRASH_FILL,
  UNSURE_FILL,
  SIGN_TEXT
}
