/**
 * In place of @ctrl/tinycolor, which Element Plus asks for shades of a button's own colour. Buttons here have the colours
 * of the theme, so its eight kilobytes are not sent to every till.
 */
export class TinyColor {
  constructor() {
    throw new Error('A button takes its colours from the theme.');
  }
}
