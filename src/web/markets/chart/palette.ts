/** The chart's colours. A canvas cannot read custom properties, so they are resolved where the chart stands. */
export interface Palette {
  readonly surface: string;
  readonly text: string;
  readonly grid: string;
  readonly line: string;
  readonly crosshair: string;
  readonly up: string;
  readonly down: string;
  readonly upSoft: string;
  readonly downSoft: string;
  readonly font: string;
}

/** The palette of the theme that `element` is painted in now. */
export function readPalette(element: HTMLElement): Palette {
  const probe = element.appendChild(document.createElement("span"));
  const color = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    surface: color("surface"),
    text: color("muted"),
    grid: color("grid"),
    line: color("line"),
    crosshair: color("line-strong"),
    up: color("up"),
    down: color("down"),
    upSoft: color("up-soft"),
    downSoft: color("down-soft"),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return palette;
}
