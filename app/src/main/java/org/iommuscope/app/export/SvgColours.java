package org.iommuscope.app.export;

import org.iommuscope.app.drawing.Ink;

/** Says an ink as an SVG colour: a number, or the name of one that a style sheet defines. */
@FunctionalInterface
interface SvgColours {

  String of(Ink ink);
}
