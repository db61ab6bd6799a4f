// A panel: a heading, a chart or a list, the same figures as a table, and the table as a file.

import { Chart } from "./chart.js";
import { make } from "./dom.js";
import { NONE, plural } from "./format.js";

let count = 0;
const SHOWN = 200;
const NOTHING = { columns: [], rows: [] };

/** Cells may be plain text or {text, sort, tone}. */
const textOf = (cell) => String(cell?.text ?? cell ?? "");

function tableOf({ caption, columns, rows }) {
  const heads = columns.map((column) => make("th", { scope: "col", class: column.right ? "right" : null }, column.label));
  const line = (row) =>
    make("tr", {}, row.map((cell, i) =>
        make(i === 0 ? "th" : "td", { scope: i === 0 ? "row" : null, class: [columns[i].right && "right", cell?.csv && "whole", cell?.tone].filter(Boolean).join(" ") || null }, textOf(cell))));
  return make("table", {},
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, heads)),
    make("tbody", {}, rows.slice(0, SHOWN).map(line)),
  );
}

function csvOf({ columns, rows }) {
  // A leading =, +, - or @ would be run as a formula by a spreadsheet.
  const field = (text) => {
    const safe = /^[=+\-@\t]/.test(text) && !/^-?[\d\s,.]+$/.test(text) ? `'${text}` : text;
    return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [columns.map((c) => c.label), ...rows.map((row) => row.map((cell) => textOf(cell?.csv !== undefined ? { text: cell.csv } : cell)))];
  return "\ufeff" + lines.map((cells) => cells.map((text) => field(text.replaceAll("\u202f", " ").replaceAll("\u00a0", " "))).join(";")).join("\r\n") + "\r\n";
}

function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/**
 * What a view is made of.
 *
 * `title`  heading, text or a function of the data
 * `name`   of the file, without its ending
 * `load`   gets the data, with the context of the view
 * `chart`  from the data and the size to {option, description}; null data or none for a list only
 * `table`  from the data to {caption, columns, rows}
 * `note`   from the data to a sentence under the heading, may be empty
 * `empty`  what is said when the table has no rows, text or a function of the data
 * `size`   "half" or "full"; `height` of the picture: "low", "middle", "high"
 */
export function panel(spec) {
  const id = `panel-${++count}`;
  const heading = make("h2", { id: `${id}-title` }, typeof spec.title === "string" ? spec.title : "\u00a0");
  const note = make("p", { class: "note" });
  const picture = make("div", { class: "picture" });
  const rows = make("div", { class: "rows", role: "group", tabindex: "0", "aria-labelledby": `${id}-title` });
  const message = make("div", { class: "message", hidden: true });
  const box = make("div", { class: `box ${spec.height ?? "middle"}` }, spec.chart && picture, rows, message);
  const toggle = make("button", { type: "button", class: "tool", "aria-pressed": "false", onclick: () => flip(!asTable) }, "Tableau", make("span", { class: "unseen" }, " à la place du graphique"));
  const file = make("button", { type: "button", class: "tool", onclick: () => download(`parchemin-${spec.name}.csv`, csvOf(table)) }, "CSV", make("span", { class: "unseen" }, " à télécharger"));
  const tools = make("div", { class: "tools" }, spec.chart && toggle, file);
  const element = make("section", { class: `panel ${spec.size ?? "half"}`, id: spec.name, "aria-labelledby": `${id}-title`, "aria-busy": "true" },
    make("header", {}, heading, tools), note, box);

  const chart = spec.chart ? new Chart(picture) : null;
  let asTable = !spec.chart;
  let table = NOTHING;
  let turn = 0;
  file.disabled = true;
  flip(asTable);

  function flip(wanted) {
    asTable = wanted;
    toggle.setAttribute("aria-pressed", String(asTable));
    picture.hidden = asTable;
    rows.hidden = !asTable;
    chart?.repaint();
  }

  function say(text, retry) {
    message.replaceChildren(make("p", {}, text), retry ? make("button", { type: "button", class: "tool", onclick: retry }, "Réessayer") : "");
    message.hidden = false;
    picture.hidden = true;
    rows.hidden = true;
  }

  async function refresh(context) {
    const mine = ++turn;
    let told = false;
    element.setAttribute("aria-busy", "true");
    try {
      const data = await spec.load(context);
      if (mine !== turn) return;
      if (typeof spec.title === "function") heading.textContent = spec.title(data);
      table = spec.table(data);
      const hidden = table.rows.length > SHOWN ? ` Les ${SHOWN} premières lignes sont montrées, le fichier CSV les a toutes (${plural(table.rows.length, "ligne", "lignes")}).` : "";
      note.textContent = (spec.note?.(data) ?? "") + hidden;
      file.disabled = table.rows.length === 0;
      toggle.disabled = table.rows.length === 0;
      if (table.rows.length === 0) {
        say((typeof spec.empty === "function" ? spec.empty(data) : spec.empty) ?? "Rien à montrer pour ces filtres.");
        return;
      }
      message.hidden = true;
      const at = [rows.scrollTop, rows.scrollLeft];
      rows.replaceChildren(tableOf(table));
      flip(asTable);
      [rows.scrollTop, rows.scrollLeft] = at;
      told = true;
      await chart?.show((size) => spec.chart(data, size));
    } catch (cause) {
      if (mine !== turn) return;
      context.failed(cause);
      if (!told) {
        // What is left of the answer before is of other filters, or of another moment.
        table = NOTHING;
        rows.replaceChildren();
        note.textContent = "";
        file.disabled = true;
        toggle.disabled = true;
      }
      say(cause.status === undefined ? "Ce graphique n’a pas pu être dessiné." : cause.message, () => refresh(context));
      if (cause.status === undefined) console.error(cause);
    } finally {
      if (mine === turn) element.setAttribute("aria-busy", "false");
    }
  }

  return { element, refresh, repaint: () => chart?.repaint(), dispose: () => chart?.dispose() };
}

/** A row of figures: `read` makes [{label, value, beside, tone}] of the data. */
export function figures(spec) {
  const list = make("dl", { class: spec.compared ? "figures compared" : "figures" });
  const heading = make("h2", { class: "unseen", id: `figures-${++count}` }, spec.title);
  const note = make("p", { class: "note" });
  const element = make("section", { class: "panel full bare", id: spec.name, "aria-labelledby": heading.id, "aria-busy": "true" }, heading, list, note);
  list.append(...spec.labels.map((label) => make("div", {}, make("dt", {}, label), make("dd", {}, make("strong", {}, "\u00a0"), make("span", {}, "\u00a0")))));
  let turn = 0;

  async function refresh(context) {
    const mine = ++turn;
    element.setAttribute("aria-busy", "true");
    try {
      const data = await spec.load(context);
      if (mine !== turn) return;
      note.className = "note";
      note.textContent = spec.note?.(data) ?? "";
      spec.read(data).forEach(({ value, beside, tone }, i) => {
        const cell = list.children[i];
        const [strong, span] = cell.querySelector("dd").children;
        if (strong.textContent !== value) {
          const before = strong.textContent.trim();
          strong.textContent = value;
          if (before) {
            cell.classList.remove("moved");
            void cell.offsetWidth;
            cell.classList.add("moved");
          }
        }
        span.textContent = beside || "\u00a0";
        cell.dataset.tone = tone ?? "";
      });
    } catch (cause) {
      if (mine !== turn) return;
      context.failed(cause);
      [...list.children].forEach((cell) => {
        const [strong, span] = cell.querySelector("dd").children;
        strong.textContent = NONE;
        span.textContent = "\u00a0";
        cell.dataset.tone = "";
      });
      note.className = "note wrong";
      note.textContent = cause.status === undefined ? "Ces chiffres n’ont pas pu être lus." : cause.message;
      if (cause.status === undefined) console.error(cause);
    } finally {
      if (mine === turn) element.setAttribute("aria-busy", "false");
    }
  }

  return { element, refresh, repaint: () => {}, dispose: () => {} };
}

/** Why a panel is not there. */
export function sentence(text, size = "full") {
  return { element: make("section", { class: `panel ${size} said` }, make("p", {}, text)), refresh: async () => {}, repaint: () => {}, dispose: () => {} };
}
