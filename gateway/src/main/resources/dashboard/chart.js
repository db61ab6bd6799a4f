// Apache ECharts in the colours, the language and the habits of this page.

import { make } from "./dom.js";

const LIBRARY = "/dashboard/echarts-6.0.0.js";
let library;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Colours as the style sheet has them now, light or dark. */
export function colours() {
  const probe = document.body.appendChild(make("i", { class: "unseen" }));
  const of = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const found = {
    ink: of("ink"),
    soft: of("soft"),
    line: of("line"),
    card: of("card"),
    wash: of("wash"),
    accent: of("accent"),
    admitted: of("admitted"),
    partial: of("partial"),
    failed: of("failed"),
    absent: of("absent"),
    excluded: of("excluded"),
    scaleFrom: of("scale-from"),
    scaleTo: of("scale-to"),
    onScaleFrom: of("on-scale-from"),
    onScaleTo: of("on-scale-to"),
  };
  probe.remove();
  return found;
}

/** A colour between two that are written rgb(…), at `share` of the way. */
export function between(from, to, share) {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const [a, b] = [parts(from), parts(to)];
  return `rgb(${[0, 1, 2].map((i) => Math.round(a[i] + (b[i] - a[i]) * share)).join(",")})`;
}

function luminance(colour) {
  const [r, g, b] = colour.match(/[\d.]+/g).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The one of two colours of text that stands out more on a colour (WCAG contrast). */
export function legible(on, one, other) {
  const contrast = (colour) => {
    const [low, high] = [luminance(on), luminance(colour)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  return contrast(one) >= contrast(other) ? one : other;
}

/** Text in at most two lines of about `width` pixels, cut with an ellipsis. */
export function twoLines(text, width) {
  const room = Math.max(8, Math.floor(width / 6.3));
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines.at(-1) && lines.at(-1).length + 1 + word.length > room) lines.push("");
    lines[lines.length - 1] += (lines.at(-1) ? " " : "") + word;
  }
  if (lines.length > 2) lines[1] = `${lines[1]}…`;
  return lines.slice(0, 2).map((line) => (line.length > room + 1 ? `${line.slice(0, room)}…` : line)).join("\n");
}

// One pattern per meaning, so that nothing is said by colour alone.
export const DECALS = {
  none: { symbol: "none" },
  lines: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color: "rgba(255,255,255,.38)" },
  dots: { symbol: "circle", dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.55, color: "rgba(255,255,255,.42)" },
  cross: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4, color: "rgba(255,255,255,.42)" },
};

const FONT = 'Inter, system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

function settings(option, description) {
  const c = colours();
  const axis = (given, fallback) => ({
    ...given,
    axisLine: { show: given.type === "category", lineStyle: { color: c.line }, ...given.axisLine },
    axisTick: { show: false, ...given.axisTick },
    axisLabel: { color: c.soft, fontSize: 12, ...given.axisLabel },
    nameTextStyle: { color: c.soft, ...given.nameTextStyle },
    splitLine: { show: fallback, lineStyle: { color: c.line, opacity: 0.6 }, ...given.splitLine },
  });
  const each = (axes) => (axes ? [axes].flat().map((a) => axis(a, a.type === "value")) : undefined);
  return {
    ...option,
    xAxis: each(option.xAxis),
    yAxis: each(option.yAxis),
    textStyle: { fontFamily: FONT, color: c.ink },
    animation: !calm.matches,
    animationDuration: 350,
    animationDurationUpdate: 350,
    // Drawn on the canvas: HTML with style attributes is what the policy of this page forbids.
    tooltip: option.tooltip && {
      renderMode: "richText",
      confine: true,
      backgroundColor: c.card,
      borderColor: c.line,
      padding: 12,
      textStyle: { color: c.ink, fontSize: 13, fontFamily: FONT, lineHeight: 20 },
      ...option.tooltip,
    },
    legend: option.legend && {
      top: 0,
      left: 0,
      itemWidth: 16,
      itemHeight: 12,
      itemGap: 16,
      icon: "roundRect",
      ...option.legend,
      textStyle: { color: c.ink, fontSize: 12.5, ...option.legend.textStyle },
    },
    aria: { enabled: true, label: { enabled: true, description }, decal: { show: false } },
  };
}

/**
 * A chart in an element of fixed height. `draw` is asked for its option again whenever the theme or the width changes.
 */
export class Chart {
  #element;
  #chart;
  #draw;
  #observer;

  constructor(element) {
    this.#element = element;
    let width = 0;
    this.#observer = new ResizeObserver(() => {
      // A hidden chart has no width; it is measured when it is shown again.
      if (!this.#chart || !element.clientWidth || element.clientWidth === width) return;
      width = element.clientWidth;
      this.#chart.resize();
      this.repaint();
    });
    this.#observer.observe(element);
  }

  async show(draw) {
    this.#draw = draw;
    library ??= import(LIBRARY);
    const { init } = await library;
    if (this.#draw !== draw) return;
    this.#chart ??= init(this.#element, null, { renderer: "canvas", locale: "FR" });
    this.repaint();
  }

  repaint() {
    if (!this.#chart || !this.#draw || !this.#element.clientWidth) return;
    const { clientWidth: width, clientHeight: height } = this.#element;
    const { option, description } = this.#draw({ width, height, narrow: width < 480, colours: colours() });
    this.#chart.setOption(settings(option, description), { notMerge: true });
    // The picture belongs to screen readers as one image with this description; the figures are in the table.
    this.#element.setAttribute("role", "img");
    this.#element.setAttribute("aria-label", description);
  }

  dispose() {
    this.#observer.disconnect();
    this.#draw = null;
    this.#chart?.dispose();
  }
}
