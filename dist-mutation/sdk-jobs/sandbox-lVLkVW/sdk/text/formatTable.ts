// @ts-nocheck
import { printable } from "./printable";

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/** A terminal that does not know its width says 0: that is no limit. */
export function widthLimit(width: number | undefined): number {
  return width !== undefined && width > 0 ? width : Infinity;
}

/** So wide a cell may be: all are as wide as the widest of a column. What the API gives is shorter, but for paths. */
const widestCell = 128;

/** Lines of aligned columns. A line longer than `width` is cut, which "…" shows. 0 or less: nothing is cut. */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width?: number,
): string[] {
  const limit = widthLimit(width);
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => row.map((cell) => cut(printable(cell), widestCell))),
  ];
  // Not `Math.max(...widths)`: so many arguments a call may not have.
  const widths = columns.map((_column, index) =>
    lines.reduce((widest, line) => Math.max(widest, displayWidth(line[index] ?? "")), 0),
  );
  return lines.map((line) => {
    const cells = columns.map(({ align }, index) => {
      const cell = line[index] ?? "";
      const padding = " ".repeat((widths[index] ?? 0) - displayWidth(cell));
      return align === "right" ? padding + cell : cell + padding;
    });
    return cut(cells.join("  ").trimEnd(), limit);
  });
}

/** How many columns of a terminal a text takes: Chinese, Japanese and Korean characters take two. */
export function displayWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + (isWide.test(character) ? 2 : 1), 0);
}

const isWide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{20000}-\u{3fffd}]/u;

function cut(line: string, width: number): string {
  if (displayWidth(line) <= width) {
    return line;
  }
  let kept = "";
  for (const character of line) {
    if (displayWidth(kept + character) > width - 1) {
      break;
    }
    kept += character;
  }
  return `${kept}…`;
}
