package org.iommuscope.app.drawing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every colour of both themes; a test holds the contrast of texts on their grounds. */
final class PaletteColours {

  private PaletteColours() {}

  static Map<Role, List<Integer>> light() {
    Map<Role, List<Integer>> colours = new EnumMap<>(Role.class);
    put(colours, Role.BACKGROUND, 0xf8fafc);
    put(colours, Role.TEXT, 0x18212f);
    put(colours, Role.TEXT_MUTED, 0x586476);
    put(colours, Role.TREE_LINE, 0x9db0cc);
    put(colours, Role.ROW_FILL, 0xffffff);
    put(colours, Role.ROW_LINE, 0xb4bfcd);
    put(colours, Role.HEAD_FILL, 0xe6ebf2);
    put(colours, Role.HEAD_LINE, 0x4a5567);
    put(colours, Role.MDEV_FILL, 0xf4f0fb);
    put(colours, Role.MDEV_LINE, 0x8a6bc1);
    put(colours, Role.MDEV_TEXT, 0x5b21b6);
    put(colours, Role.FOLD_FILL, 0xeef2f7);
    put(
        colours,
        Role.CLASS,
        0x8c564b,
        0x1f77b4,
        0x5fa8dc,
        0x5aa700,
        0xb5a500,
        0x9a5fc0,
        0x8492a6,
        0x7a4fc4,
        0x2a9d8f,
        0x5b6675);
    put(colours, Role.PILL_FILL, 0xe4e9f0);
    put(colours, Role.PILL_TEXT, 0x3b4758);
    put(colours, Role.VFIO_FILL, 0x6d28d9);
    put(colours, Role.VFIO_TEXT, 0xffffff);
    put(colours, Role.NONE_LINE, 0x8793a5);
    put(colours, Role.NONE_TEXT, 0x586476);
    put(colours, Role.UNREAD_LINE, 0xb07a1e);
    put(colours, Role.UNREAD_TEXT, 0x855600);
    put(colours, Role.ALONE_LINE, 0xc3ccd8);
    put(colours, Role.ALONE_TEXT, 0x586476);
    put(
        colours,
        Role.HULL_FILL,
        0xd5e0ee,
        0xd3e8cf,
        0xfbe0c6,
        0xcbe6e3,
        0xf8d3d3,
        0xf5e8bd,
        0xf4d8e4,
        0xe6dacf);
    put(
        colours,
        Role.HULL_LINE,
        0x4a74a8,
        0x4b8f43,
        0xc96f14,
        0x2f8f87,
        0xcf4a4c,
        0xa88200,
        0xb9557d,
        0x8a6446);
    put(
        colours,
        Role.BADGE_FILL,
        0x3b6394,
        0x3c7a35,
        0xa85400,
        0x1f7a73,
        0xbd383a,
        0x856900,
        0xa8456b,
        0x7a5742);
    put(colours, Role.BADGE_TEXT, 0xffffff);
    put(colours, Role.WARNING_LINE, 0xcf4a4c);
    put(colours, Role.WARNING_TEXT, 0xb02a2c);
    put(colours, Role.IMAGINED_LINE, 0xb4136b);
    put(colours, Role.BACKING_LINE, 0x6d28d9);
    put(colours, Role.CHIP_FILL, 0x26384f);
    put(colours, Role.CHIP_TEXT, 0xffffff);
    put(colours, Role.USE_FILL, 0xfff4d6);
    put(colours, Role.USE_LINE, 0xb98300);
    put(colours, Role.USE_TEXT, 0x5c4200);
    put(colours, Role.LOSS_FILL, 0x9a3412);
    put(colours, Role.LOSS_TEXT, 0xffffff);
    put(colours, Role.YES_FILL, 0x1e7b34);
    put(colours, Role.NO_FILL, 0xc02626);
    put(colours, Role.UNSAFE_FILL, 0xb34d00);
    put(colours, Role.CRASH_FILL, 0x8a1f6f);
    put(colours, Role.UNSURE_FILL, 0x8a6100);
    put(colours, Role.SIGN_TEXT, 0xffffff);
    return colours;
  }

  static Map<Role, List<Integer>> dark() {
    Map<Role, List<Integer>> colours = new EnumMap<>(Role.class);
    put(colours, Role.BACKGROUND, 0x12161d);
    put(colours, Role.TEXT, 0xe6ebf2);
    put(colours, Role.TEXT_MUTED, 0x9aa7b8);
    put(colours, Role.TREE_LINE, 0x4d5f7a);
    put(colours, Role.ROW_FILL, 0x1e2530);
    put(colours, Role.ROW_LINE, 0x465264);
    put(colours, Role.HEAD_FILL, 0x2b3646);
    put(colours, Role.HEAD_LINE, 0x8696ad);
    put(colours, Role.MDEV_FILL, 0x292238);
    put(colours, Role.MDEV_LINE, 0xa98be0);
    put(colours, Role.MDEV_TEXT, 0xc9b5f7);
    put(colours, Role.FOLD_FILL, 0x262f3c);
    put(
        colours,
        Role.CLASS,
        0xb9796c,
        0x3f97d6,
        0x8cc4ea,
        0x83c62f,
        0xcfbf2a,
        0xb985dc,
        0x8291a6,
        0xa583ea,
        0x45bdae,
        0x93a0b2);
    put(colours, Role.PILL_FILL, 0x364152);
    put(colours, Role.PILL_TEXT, 0xd3dbe6);
    put(colours, Role.VFIO_FILL, 0x8b5cf6);
    put(colours, Role.VFIO_TEXT, 0x0d0717);
    put(colours, Role.NONE_LINE, 0x7c899b);
    put(colours, Role.NONE_TEXT, 0xa7b3c3);
    put(colours, Role.UNREAD_LINE, 0xb98a35);
    put(colours, Role.UNREAD_TEXT, 0xe0b566);
    put(colours, Role.ALONE_LINE, 0x4f5c6f);
    put(colours, Role.ALONE_TEXT, 0xa7b3c3);
    put(
        colours,
        Role.HULL_FILL,
        0x223449,
        0x203a22,
        0x43301b,
        0x183b39,
        0x472425,
        0x3b351a,
        0x432635,
        0x382d25);
    put(
        colours,
        Role.HULL_LINE,
        0x6f9dd6,
        0x6fb865,
        0xe39a4d,
        0x4fb7ae,
        0xe87c7d,
        0xcdae3c,
        0xda86a9,
        0xb8906f);
    put(
        colours,
        Role.BADGE_FILL,
        0x7fabe0,
        0x7fc275,
        0xeba85f,
        0x5fc4bb,
        0xf08f90,
        0xd6b94d,
        0xe197b6,
        0xc6a283);
    put(colours, Role.BADGE_TEXT, 0x10151c);
    put(colours, Role.WARNING_LINE, 0xe87c7d);
    put(colours, Role.WARNING_TEXT, 0xf0989a);
    put(colours, Role.IMAGINED_LINE, 0xf28ac0);
    put(colours, Role.BACKING_LINE, 0xb69cf2);
    put(colours, Role.CHIP_FILL, 0xc9d6e8);
    put(colours, Role.CHIP_TEXT, 0x141c28);
    put(colours, Role.USE_FILL, 0x3a2f14);
    put(colours, Role.USE_LINE, 0xd6a72c);
    put(colours, Role.USE_TEXT, 0xf3d58a);
    put(colours, Role.LOSS_FILL, 0xfb923c);
    put(colours, Role.LOSS_TEXT, 0x1c0f05);
    put(colours, Role.YES_FILL, 0x2f9a4b);
    put(colours, Role.NO_FILL, 0xe66a6a);
    put(colours, Role.UNSAFE_FILL, 0xf5893d);
    put(colours, Role.CRASH_FILL, 0xe083c8);
    put(colours, Role.UNSURE_FILL, 0xd0a03a);
    put(colours, Role.SIGN_TEXT, 0x0c1016);
    return colours;
  }

  private static void put(Map<Role, List<Integer>> colours, Role role, Integer... hues) {
    colours.put(role, List.of(hues));
  }
}
