// The views that count results: the year at a glance, success, cohorts.

import { between, DECALS, legible, twoLines } from "./chart.js";
import { change, days, masked, month, monthName, NONE, number, percent, ROUTES } from "./format.js";
import { figures, panel } from "./panel.js";
import { OUTSIDE, regionName, REGIONS } from "./regions.js";

const OUTCOMES = [
  { key: "admitted", label: "Admis", decal: DECALS.none },
  { key: "partial", label: "Réussites partielles", decal: DECALS.lines },
  { key: "failed", label: "Échecs", decal: DECALS.dots },
  { key: "excluded", label: "Exclus", decal: DECALS.lines },
  { key: "absent", label: "Absents", decal: DECALS.cross },
];
const EMPTY = { enrolled: 0, presented: 0, admitted: 0, partial: 0, failed: 0, absent: 0, excluded: 0, successRate: null, daysToAward: null, suppressed: false };
/** Where an analyst is told nothing: nobody or too few, which of both is not known (R130). */
const MASKED = { ...Object.fromEntries(Object.keys(EMPTY).map((key) => [key, null])), suppressed: true };
const missing = (data) => (data.masked ? MASKED : EMPTY);

/** The filters of the address as the API names them. */
function asked(filters, without = []) {
  const named = { year: filters.year, certificationNumber: filters.certification, route: filters.route, region: filters.region, centreSiret: filters.centre };
  return Object.fromEntries(Object.entries(named).filter(([name]) => !without.includes(name)));
}

const statistics = (context, by, without) => context.get("/v1/statistics", { by, ...asked(context.filters, without) });
const cell = (data, item, key, format = number) => (item.suppressed ? masked(data.minimumCell) : format(item[key]));
const right = (label) => ({ label, right: true });
const maskedNote = (data) => (data.masked ? `Les groupes de moins de ${data.minimumCell} personnes sont masqués.` : "");
const none = (data) => (data.masked ? "Aucun groupe assez grand pour être montré avec ces filtres." : "Aucun résultat pour ces filtres.");
/** What is written on a region of which there is no line: outside of the filter there is nothing to mask. */
const nothing = (data, filters) => (data.masked && !filters.region ? masked(data.minimumCell) : NONE);

function outcomeTable(caption, first, data, labelOf) {
  return {
    caption,
    columns: [{ label: first }, right("Présentés"), ...OUTCOMES.map((o) => right(o.label)), right("Taux de réussite"), right("Délai médian")],
    rows: data.items.map((item) => [
      labelOf(item),
      cell(data, item.figures, "presented"),
      ...OUTCOMES.map((o) => cell(data, item.figures, o.key)),
      cell(data, item.figures, "successRate", percent),
      item.figures.suppressed ? masked(data.minimumCell) : days(item.figures.daysToAward?.median),
    ]),
  };
}

const shown = (data) => OUTCOMES.filter((o) => data.items.some((item) => item.figures[o.key] > 0));

/** Outcomes stacked over time, with the success rate as a line on an axis of its own. */
function timeChart({ data, labels, description, size }) {
  const c = size.colours;
  const series = shown(data).map((o) => ({
    name: o.label,
    type: "bar",
    stack: "all",
    barMaxWidth: 34,
    itemStyle: { color: c[o.key], decal: o.decal, borderColor: c.card, borderWidth: 1 },
    data: data.items.map((item) => item.figures[o.key] ?? 0),
  }));
  series.push({
    name: "Taux de réussite",
    type: "line",
    yAxisIndex: 1,
    symbol: "circle",
    symbolSize: 7,
    connectNulls: false,
    lineStyle: { color: c.ink, width: 2 },
    itemStyle: { color: c.card, borderColor: c.ink, borderWidth: 2 },
    data: data.items.map((item) => item.figures.successRate ?? null),
  });
  return {
    description,
    option: {
      grid: { left: 0, right: 0, top: size.narrow ? 104 : 60, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      legend: {},
      tooltip: { trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: c.line, opacity: 0.35 } }, formatter: (points) => tip(labels[points[0].dataIndex], data, points[0].dataIndex) },
      xAxis: { type: "category", data: labels, axisLabel: { hideOverlap: true } },
      yAxis: [
        { type: "value", minInterval: 1, axisLabel: { formatter: (n) => number(n) } },
        { type: "value", min: 0, max: 100, interval: 25, splitLine: { show: false }, axisLabel: { formatter: (n) => percent(n) } },
      ],
      series,
    },
  };
}

function tip(title, data, index) {
  const f = data.items[index].figures;
  if (f.suppressed) return `${title}\n${masked(data.minimumCell)}`;
  const lines = OUTCOMES.filter((o) => f[o.key]).map((o) => `${o.label} : ${number(f[o.key])}`);
  return [title, `Présentés : ${number(f.presented)}`, ...lines, `Taux de réussite : ${percent(f.successRate)}`].join("\n");
}

const MOST_BARS = 10;
// A bar and the space around it: few bars stay together at the top instead of drifting apart.
const PITCH = 52;

/** What became of those who presented themselves, as shares of a hundred, the most numerous first. */
function sharesPanel({ name, title, by, labelOf, first, caption, size = "half" }) {
  const load = async (context) => {
    const data = await statistics(context, by);
    const items = [...data.items].sort((a, b) => (b.figures.presented ?? -1) - (a.figures.presented ?? -1));
    return { ...data, items };
  };
  const visible = (data) => data.items.filter((item) => item.figures.presented > 0).slice(0, MOST_BARS);
  return panel({
    name,
    title,
    size,
    load,
    empty: none,
    note: (data) => {
      const all = data.items.filter((item) => item.figures.presented > 0).length;
      return [maskedNote(data), all > MOST_BARS ? `Les ${MOST_BARS} plus nombreux sur ${number(all)}.` : ""].filter(Boolean).join(" ");
    },
    table: (data) => outcomeTable(caption, first, data, labelOf),
    chart: (data, { width, height, narrow, colours: c }) => {
      const items = visible(data);
      const outcomes = OUTCOMES.filter((o) => o.key !== "absent" && items.some((item) => item.figures[o.key] > 0));
      const labels = items.map(labelOf);
      const left = narrow ? 124 : Math.min(size === "full" ? 420 : 260, width * 0.4);
      const top = narrow ? 58 : 36;
      return {
        description: `${title}. ${items.map((item, i) => `${labels[i]} : ${percent(item.figures.successRate)} de réussite sur ${number(item.figures.presented)} présentés`).join(" ; ")}.`,
        option: {
          grid: { left, right: 46, top, height: Math.min(height - top, items.length * PITCH), outerBoundsMode: "none" },
          legend: {},
          tooltip: { trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: c.line, opacity: 0.35 } }, formatter: (points) => tip(wrap(labels[points[0].dataIndex], 50), { ...data, items }, points[0].dataIndex) },
          xAxis: { type: "value", max: 100, show: false },
          yAxis: [
            { type: "category", inverse: true, data: labels.map((label) => twoLines(label, left - 12)), axisLine: { show: false }, axisLabel: { color: c.ink, lineHeight: 14 } },
            { type: "category", inverse: true, position: "right", data: items.map((item) => percent(item.figures.successRate)), axisLine: { show: false }, axisLabel: { color: c.ink, fontWeight: 600 } },
          ],
          series: outcomes.map((o) => ({
            name: o.label,
            type: "bar",
            stack: "all",
            barMaxWidth: 26,
            itemStyle: { color: c[o.key], decal: o.decal, borderColor: c.card, borderWidth: 1 },
            // Of what is shown rather than of those presented: rounded counts do not always add up.
            data: items.map((item) => (100 * (item.figures[o.key] ?? 0)) / Math.max(1, outcomes.reduce((sum, each) => sum + (item.figures[each.key] ?? 0), 0))),
          })),
        },
      };
    },
  });
}

/** From the lowest to the highest rate, to tens: differences of a few points are to be seen. */
function spread(rates) {
  const known = rates.filter((rate) => rate !== null && rate !== undefined);
  return { min: Math.floor(Math.min(...known, 100) / 10) * 10 - 10, max: Math.ceil(Math.max(...known, 0) / 10) * 10 };
}

/** The 18 regions as tiles; `valueOf` an item gives what is painted, `textOf` what is written. */
export function tiles({ items, valueOf, textOf, min = 0, max, title, description }, { colours: c }) {
  const byCode = new Map(items.map((item) => [item.region, item]));
  const codes = Object.keys(REGIONS);
  const columns = 5;
  const lines = 6;
  return {
    description,
    option: {
      grid: { left: 0, right: 0, top: 4, bottom: 4 },
      tooltip: { trigger: "item", formatter: ({ dataIndex }) => `${regionName(codes[dataIndex])}\n${title} : ${textOf(byCode.get(codes[dataIndex]))}` },
      xAxis: { type: "value", show: false, min: 0, max: columns, splitLine: { show: false } },
      yAxis: { type: "value", show: false, min: 0, max: lines, inverse: true, splitLine: { show: false } },
      series: [
        {
          type: "custom",
          data: codes.map((code) => [...REGIONS[code].at, valueOf(byCode.get(code)) ?? 0]),
          renderItem: (parameters, value) => {
            const code = codes[parameters.dataIndex];
            const item = byCode.get(code);
            const amount = valueOf(item);
            const area = parameters.coordSys;
            const side = Math.min(area.width / columns, area.height / lines);
            const gap = 5;
            const x = area.x + (area.width - side * columns) / 2 + value.value(0) * side;
            const y = area.y + (area.height - side * lines) / 2 + value.value(1) * side;
            const share = amount === null || amount === undefined ? null : max > min ? Math.max(0, Math.min(1, (amount - min) / (max - min))) : 1;
            const fill = share === null ? c.wash : between(c.scaleFrom, c.scaleTo, share);
            const ink = share === null ? c.soft : legible(fill, c.onScaleFrom, c.onScaleTo);
            const big = side > 60;
            return {
              type: "group",
              children: [
                { type: "rect", shape: { x: x + gap / 2, y: y + gap / 2, width: side - gap, height: side - gap, r: 8 }, style: { fill, stroke: share === null ? c.line : fill, lineWidth: 1 } },
                { type: "text", style: { text: REGIONS[code].short, x: x + side / 2, y: y + side / 2 - (big ? 11 : 8), align: "center", verticalAlign: "middle", fill: ink, font: `500 ${big ? 12 : 10}px Inter, system-ui, sans-serif` } },
                { type: "text", style: { text: textOf(item, true), x: x + side / 2, y: y + side / 2 + (big ? 9 : 7), align: "center", verticalAlign: "middle", fill: ink, font: `650 ${big ? 15 : 11}px Inter, system-ui, sans-serif` } },
              ],
            };
          },
        },
      ],
    },
  };
}

function compared(now, before, beforeYear, format, unit = "") {
  if (now === null || now === undefined) return "";
  if (before === null || before === undefined) return beforeYear ? `rien en ${beforeYear} pour comparer` : "";
  if (unit) {
    const gap = now - before;
    return gap === 0 ? `comme en ${beforeYear}` : `${change(gap)} ${unit}\n${beforeYear} : ${format(before)}`;
  }
  if (before === 0) return `aucun en ${beforeYear}`;
  return now === before ? `comme en ${beforeYear}` : `${change((100 * (now - before)) / before)} %\n${beforeYear} : ${format(before)}`;
}

export const year = {
  id: "year",
  name: "L’année",
  title: "L’année en un coup d’œil",
  needs: "/v1/statistics",
  filters: ["year", "certification", "route", "region", "centre"],
  topics: ["figures"],
  lead: "Ce que les jurys ont décidé, compté à la validation de chaque procès-verbal.",
  build: () => {
    const years = (context) => statistics(context, "year", ["year"]);
    return [
      figures({
        name: "annee",
        title: "Chiffres de l’année",
        compared: true,
        labels: ["Présentés", "Admis", "Réussites partielles", "Échecs", "Absents", "Taux de réussite", "De la session au diplôme"],
        load: async (context) => ({ ...(await years(context)), chosen: Number(context.filters.year), thisYear: context.today.slice(0, 4) }),
        note: ({ chosen, thisYear }) => (String(chosen) === thisYear ? `${chosen} n’est pas finie ; elle est comparée à ${chosen - 1} entière.` : ""),
        read: (data) => {
          const of = (wanted) => data.items.find((item) => item.year === wanted)?.figures;
          const now = of(data.chosen) ?? missing(data);
          const before = of(data.chosen - 1) ?? (data.masked ? MASKED : undefined);
          const one = (key, format = number, unit = "") => ({
            value: cell(data, now, key, format),
            beside: now.suppressed || before?.suppressed ? "" : compared(now[key], before?.[key], data.chosen - 1, format, unit),
          });
          return [
            one("presented"),
            { ...one("admitted"), tone: "admitted" },
            { ...one("partial"), tone: "partial" },
            { ...one("failed"), tone: "failed" },
            { ...one("absent"), tone: "absent" },
            one("successRate", percent, "pts"),
            {
              value: now.suppressed ? masked(data.minimumCell) : days(now.daysToAward?.median),
              beside: now.daysToAward?.p90 ? `neuf sur dix\nen ${days(now.daysToAward.p90)}` : "",
            },
          ];
        },
      }),
      panel({
        name: "mois",
        title: "Mois par mois",
        size: "half",
        load: async (context) => {
          const data = await statistics(context, "month");
          const known = new Map(data.items.map((item) => [item.month, item]));
          // Months without a session stand in the row too, but not those to come.
          const months = Array.from({ length: 12 }, (_, i) => `${context.filters.year}-${String(i + 1).padStart(2, "0")}`);
          const last = months.findLastIndex((m) => known.has(m));
          return { ...data, items: months.slice(0, last + 1).map((m) => known.get(m) ?? { month: m, figures: missing(data) }) };
        },
        note: maskedNote,
        empty: none,
        table: (data) => outcomeTable("Résultats par mois de fin de session", "Mois", data, (item) => month(item.month)),
        chart: (data, size) =>
          timeChart({
            data,
            size,
            labels: data.items.map((item) => monthName(item.month)),
            description: `Résultats par mois. ${data.items.map((item) => `${month(item.month)} : ${cell(data, item.figures, "presented")} présentés, ${cell(data, item.figures, "admitted")} admis`).join(" ; ")}.`,
          }),
      }),
      panel({
        name: "annees",
        title: "Année après année",
        size: "half",
        load: async (context) => {
          const data = await years(context);
          return { ...data, items: [...data.items].sort((a, b) => a.year - b.year) };
        },
        note: maskedNote,
        empty: none,
        table: (data) => outcomeTable("Résultats par année de fin de session", "Année", data, (item) => String(item.year)),
        chart: (data, size) =>
          timeChart({
            data,
            size,
            labels: data.items.map((item) => String(item.year)),
            description: `Résultats par année. ${data.items.map((item) => `${item.year} : ${number(item.figures.presented)} présentés, ${percent(item.figures.successRate)} de réussite`).join(" ; ")}.`,
          }),
      }),
      sharesPanel({ name: "voies-annee", title: "Par voie d’accès", by: "route", first: "Voie", caption: "Résultats par voie d’accès", labelOf: (item) => ROUTES[item.route] ?? item.label }),
      panel({
        name: "regions-annee",
        title: "Candidats présentés, par région",
        size: "half",
        load: async (context) => {
          const data = await statistics(context, "region");
          return { ...data, nothing: nothing(data, context.filters), items: [...data.items].sort((a, b) => (b.figures.presented ?? -1) - (a.figures.presented ?? -1)) };
        },
        note: (data) => {
          const outside = data.items.find((item) => item.region === OUTSIDE);
          return [outside && !outside.figures.suppressed ? `Hors région : ${number(outside.figures.presented)}.` : "", maskedNote(data)].filter(Boolean).join(" ");
        },
        empty: none,
        table: (data) => outcomeTable("Résultats par région du site d’examen", "Région", data, (item) => regionName(item.region)),
        chart: (data, size) =>
          tiles(
            {
              items: data.items,
              title: "Présentés",
              max: Math.max(...data.items.map((item) => item.figures.presented ?? 0)),
              valueOf: (item) => item?.figures.presented,
              textOf: (item) => (item ? cell(data, item.figures, "presented") : data.nothing),
              description: `Candidats présentés par région. ${data.items.map((item) => `${regionName(item.region)} : ${number(item.figures.presented)}`).join(" ; ")}.`,
            },
            size,
          ),
      }),
    ];
  },
};

export const success = {
  id: "success",
  name: "Réussite",
  title: "Réussites et réussites partielles",
  needs: "/v1/statistics",
  filters: ["year", "certification", "route", "region", "centre"],
  topics: ["figures"],
  lead: "Sur cent candidats présentés, combien sont admis, combien obtiennent une partie, combien échouent. À droite, le taux de réussite.",
  build: (context) => [
    sharesPanel({ name: "certifications", title: "Par certification", by: "certification", first: "Certification", caption: "Résultats par certification", labelOf: (item) => context.title(item.certificationNumber, item.label) }),
    sharesPanel({ name: "voies", title: "Par voie d’accès", by: "route", first: "Voie", caption: "Résultats par voie d’accès", labelOf: (item) => ROUTES[item.route] ?? item.label }),
    sharesPanel({ name: "blocs", title: "Par bloc de compétences", by: "block", first: "Bloc", caption: "Blocs présentés et obtenus", labelOf: (item) => item.label ?? item.blockCode, size: "full" }),
    panel({
      name: "competences",
      title: "Compétences le plus souvent non acquises",
      size: "full",
      height: "high",
      load: (context) => context.get("/v1/statistics/competences", asked(context.filters)),
      empty: none,
      note: (data) => [data.items.length > MOST_BARS ? `Les ${MOST_BARS} plus souvent non acquises sur ${number(data.items.length)}.` : "", maskedNote(data)].filter(Boolean).join(" "),
      table: (data) => ({
        caption: "Compétences, de la moins à la plus souvent acquise",
        columns: [{ label: "Compétence" }, { label: "Intitulé" }, right("Évaluées"), right("Acquises"), right("Non acquises"), right("Taux d’acquisition")],
        rows: data.items.map((item) => {
          const kept = masked(data.minimumCell ?? 5);
          return [
            item.code,
            item.label ?? "",
            item.suppressed ? kept : number(item.assessed),
            item.suppressed ? kept : number(item.acquired),
            item.suppressed ? kept : number(item.assessed - item.acquired),
            item.suppressed ? kept : percent(item.successRate),
          ];
        }),
      }),
      chart: (data, { width, height, narrow, colours: c }) => {
        const items = data.items.filter((item) => !item.suppressed && item.assessed > 0).slice(0, MOST_BARS);
        const failed = items.map((item) => (100 * (item.assessed - item.acquired)) / item.assessed);
        const left = narrow ? 132 : Math.min(460, width * 0.44);
        const name = (item) => `${item.code.replace(/^(RNCP|RS)\d+/, "")}  ${item.label ?? ""}`;
        return {
          description: `Compétences le plus souvent non acquises. ${items.map((item, i) => `${item.code}, ${item.label} : ${percent(Math.round(failed[i]))} de non acquises sur ${number(item.assessed)}`).join(" ; ")}.`,
          option: {
            grid: { left, right: 56, top: 4, height: Math.min(height - 4, items.length * PITCH), outerBoundsMode: "none" },
            tooltip: {
              trigger: "axis",
              axisPointer: { type: "shadow", shadowStyle: { color: c.line, opacity: 0.35 } },
              formatter: ([{ dataIndex: i }]) => `${items[i].code}\n${wrap(items[i].label ?? "", 60)}\nÉvaluée ${number(items[i].assessed)} fois, acquise ${number(items[i].acquired)} fois`,
            },
            xAxis: { type: "value", min: 0, show: false },
            yAxis: { type: "category", inverse: true, data: items.map((item) => twoLines(name(item), left - 12)), axisLine: { show: false }, axisLabel: { color: c.ink, lineHeight: 14 } },
            series: [
              {
                type: "bar",
                barMaxWidth: 20,
                itemStyle: { color: c.failed, decal: DECALS.dots, borderRadius: [0, 4, 4, 0] },
                label: { show: true, position: "right", color: c.ink, fontWeight: 600, formatter: ({ value }) => percent(Math.round(value)) },
                data: failed,
              },
            ],
          },
        };
      },
    }),
    panel({
      name: "regions",
      title: "Taux de réussite, par région",
      size: "half",
      load: async (context) => {
        const data = await statistics(context, "region");
        return { ...data, nothing: nothing(data, context.filters) };
      },
      empty: none,
      note: maskedNote,
      table: (data) => outcomeTable("Résultats par région du site d’examen", "Région", data, (item) => regionName(item.region)),
      chart: (data, size) =>
        tiles(
          {
            items: data.items,
            title: "Taux de réussite",
            ...spread(data.items.map((item) => item.figures.successRate)),
            valueOf: (item) => item?.figures.successRate,
            textOf: (item) => (item ? cell(data, item.figures, "successRate", percent) : data.nothing),
            description: `Taux de réussite par région. ${data.items.map((item) => `${regionName(item.region)} : ${percent(item.figures.successRate)}`).join(" ; ")}.`,
          },
          size,
        ),
    }),
    sharesPanel({ name: "centres", title: "Par centre", by: "centre", first: "Centre", caption: "Résultats par centre", labelOf: (item) => item.label ?? item.centreSiret }),
  ],
};

export function wrap(text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines.at(-1).length + word.length > width) lines.push("");
    lines[lines.length - 1] += (lines.at(-1) ? " " : "") + word;
  }
  return lines.join("\n");
}

const SOURCES = { PUBLISHED_BY_SOURCE: "France compétences", OWN: "Parchemin" };
const RATES = [
  ["EMPLOYMENT", "P6M", "Emploi à 6 mois"],
  ["TARGET_JOB", "P6M", "Métier visé à 6 mois"],
  ["TARGET_JOB", "P24M", "Métier visé à 2 ans"],
];

const rateOf = (item, [measure, wave]) => item?.rates?.find((rate) => rate.measure === measure && rate.wave === wave);

export const cohorts = {
  id: "cohorts",
  name: "Cohortes",
  title: "Cohortes et insertion",
  needs: "/v1/cohorts",
  filters: ["certification"],
  topics: ["figures"],
  lead: "Certifiés par année d’obtention et taux d’emploi : ce que France compétences a publié, et ce que nous comptons.",
  build: () => {
    const load = async (context) => {
      const { items } = await context.all("/v1/cohorts", { certificationNumber: context.filters.certification });
      return { items: items.sort((a, b) => a.year - b.year || a.source.localeCompare(b.source)) };
    };
    const titled = (item, context) => context.title(item.certificationNumber, item.certificationNumber);
    const sum = (items, year, source) => {
      const found = items.filter((item) => item.year === year && item.source === source && item.certified !== null);
      return found.length ? found.reduce((total, item) => total + item.certified, 0) : null;
    };
    let context;
    return [
      panel({
        name: "certifies",
        title: "Certifiés par année",
        size: "half",
        load,
        empty: "Aucune cohorte pour cette certification.",
        table: ({ items }) => ({
          caption: "Certifiés par année d’obtention et par source",
          columns: [{ label: "Année" }, { label: "Certification" }, { label: "Source" }, right("Certifiés"), right("dont VAE"), { label: "État" }],
          rows: items.map((item) => [String(item.year), item.certificationNumber, SOURCES[item.source] ?? item.source, number(item.certified), number(item.certifiedByVae), stateOf(item)]),
        }),
        chart: ({ items }, { narrow, colours: c }) => {
          const years = [...new Set(items.map((item) => item.year))];
          return {
            description: `Certifiés par année. ${years.map((y) => `${y} : ${number(sum(items, y, "PUBLISHED_BY_SOURCE"))} publiés, ${number(sum(items, y, "OWN"))} comptés ici`).join(" ; ")}.`,
            option: {
              grid: { left: 0, right: 0, top: narrow ? 60 : 40, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
              legend: {},
              tooltip: { trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: c.line, opacity: 0.35 } }, formatter: (points) => [points[0].name, ...points.map((p) => `${p.seriesName} : ${number(p.value)}`)].join("\n") },
              xAxis: { type: "category", data: years.map(String) },
              yAxis: { type: "value", minInterval: 1, axisLabel: { formatter: (n) => number(n) } },
              series: [
                { name: "Publiés par France compétences", type: "bar", barMaxWidth: 30, itemStyle: { color: c.partial, decal: DECALS.lines, borderRadius: [4, 4, 0, 0] }, data: years.map((y) => sum(items, y, "PUBLISHED_BY_SOURCE")) },
                { name: "Comptés dans Parchemin", type: "bar", barMaxWidth: 30, itemStyle: { color: c.admitted, borderRadius: [4, 4, 0, 0] }, data: years.map((y) => sum(items, y, "OWN")) },
              ],
            },
          };
        },
      }),
      panel({
        name: "insertion",
        title: "Taux d’emploi des certifiés",
        size: "half",
        load: async (given) => {
          context = given;
          return load(given);
        },
        empty: "Aucune cohorte pour cette certification.",
        note: ({ items }) => (new Set(items.map((item) => item.certificationNumber)).size > 1 ? "Choisissez une certification pour voir ses taux sur le graphique." : "En tirets : publié par France compétences ; en plein : compté ici."),
        table: ({ items }) => ({
          caption: "Taux d’emploi par cohorte, avec leur assiette",
          columns: [{ label: "Année" }, { label: "Certification" }, { label: "Source" }, ...RATES.flatMap(([, , label]) => [right(label), right("sur")]), { label: "État" }],
          rows: items.map((item) => [
            String(item.year),
            titled(item, context),
            SOURCES[item.source] ?? item.source,
            ...RATES.flatMap((wanted) => {
              const rate = rateOf(item, wanted);
              return [percent(rate?.percent), rate?.denominator ? `${number(rate.numerator)} / ${number(rate.denominator)}` : NONE];
            }),
            stateOf(item),
          ]),
        }),
        chart: ({ items }, { narrow, colours: c }) => {
          const single = new Set(items.map((item) => item.certificationNumber)).size === 1;
          const years = single ? [...new Set(items.map((item) => item.year))] : [];
          const tones = [c.admitted, c.partial, c.failed];
          const value = (y, source, wanted) => rateOf(items.find((item) => item.year === y && item.source === source), wanted)?.percent ?? null;
          // Two sources are never one series (R128): the same colour, but lines and points of their own.
          const series = RATES.flatMap((wanted, i) =>
            Object.keys(SOURCES).map((source) => {
              const published = source === "PUBLISHED_BY_SOURCE";
              return {
                name: wanted[2],
                type: "line",
                symbol: ["circle", "rect", "triangle"][i],
                symbolSize: 9,
                source,
                color: tones[i],
                lineStyle: { width: 2.5, type: published ? "dashed" : "solid", color: tones[i] },
                itemStyle: { color: published ? c.card : tones[i], borderColor: tones[i], borderWidth: 2 },
                data: years.map((y) => value(y, source, wanted)),
              };
            }),
          );
          const told = (y) => Object.entries(SOURCES).flatMap(([source, name]) => RATES.map((w) => [value(y, source, w), `${w[2]}, ${name} : ${percent(value(y, source, w))}`])).filter(([known]) => known !== null).map(([, text]) => text);
          return {
            description: `Taux d’emploi par année d’obtention. ${years.map((y) => `${y} : ${told(y).join(", ")}`).join(" ; ")}.`,
            option: {
              grid: { left: 0, right: 12, top: narrow ? 96 : 66, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
              legend: {},
              tooltip: { trigger: "axis", formatter: ([{ name }]) => [name, ...told(Number(name))].join("\n") },
              xAxis: { type: "category", data: years.map(String) },
              yAxis: { type: "value", min: 0, max: 100, interval: 25, axisLabel: { formatter: (n) => percent(n) } },
              series,
            },
          };
        },
      }),
    ];
  },
};

/** Whether a cohort of ours may still change. */
function stateOf(item) {
  if (item.source === "PUBLISHED_BY_SOURCE") return "publié";
  const revision = item.revision > 0 ? `, révision ${item.revision}` : "";
  return (item.state === "FROZEN" ? "figé" : "en cours") + revision;
}
