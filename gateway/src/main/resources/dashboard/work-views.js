// The views of what is to be done: sessions ahead, declarations, records, approvals and accreditations.

import { between, DECALS, legible } from "./chart.js";
import { date, dayOf, daysBetween, DECLARATION_STATES, instant, month, monthName, number, plural, plusDays, SESSION_STATES, SESSION_TYPES, TREATMENTS } from "./format.js";
import { figures, panel, sentence } from "./panel.js";
import { regionName, regionOfCommune } from "./regions.js";
import { tiles } from "./results-views.js";

const right = (label) => ({ label, right: true });
const cutNote = (cut, count) => (cut ? `Seuls les ${number(count)} premiers sont comptés.` : "");

// ------------------------------------------------------------------------------------------------ sessions ahead

const STILL_TO_BE_HELD = new Set(["DRAFT", "DECLARED", "DTE_SENT", "CONVOKED", "IN_PROGRESS"]);

const STRETCHES = 6;
const MOST = 5_000;

/** From today on. The API lists the latest first; of too many the nearest matter, so they are asked for by stretches of days. */
async function fromToday(context, parameters) {
  const all = await context.all("/v1/sessions", { ...parameters, from: context.today });
  if (!all.cut) return all;
  const found = new Map();
  let from = context.today;
  for (let stretch = 0; stretch <= STRETCHES; stretch++) {
    const to = stretch < STRETCHES ? plusDays(from, 30) : null;
    const { items, cut } = await context.all("/v1/sessions", { ...parameters, from, to });
    // What lasts over the end of a stretch comes in both.
    items.forEach((session) => found.set(session.id, session));
    if (cut || (to && found.size >= MOST)) return { items: [...found.values()], cut: true };
    if (to) from = plusDays(to, 1);
  }
  return { items: [...found.values()], cut: false };
}

/** Sessions from today on that are still to be held, each with the region of its site; the sites are asked for once per centre. */
async function sessionsAhead(context) {
  const { filters, today } = context;
  const { items, cut } = await fromToday(context, { certificationNumber: filters.certification });
  const kept = items.filter((s) => STILL_TO_BE_HELD.has(s.state) && (!filters.centre || s.centreSiret === filters.centre));
  const regions = await regionsOfSites(context, new Set(kept.map((s) => s.centreId)));
  const sessions = kept
    .map((s) => ({ ...s, region: regions.get(s.siteId) ?? regionOfCommune(null) }))
    .filter((s) => !filters.region || s.region === filters.region)
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.centreName.localeCompare(b.centreName));
  return { sessions, cut, today };
}

async function regionsOfSites(context, centres) {
  const found = new Map();
  const queue = [...centres];
  const work = async () => {
    for (let centre = queue.pop(); centre; centre = queue.pop()) {
      const { items } = await context.kept(`/v1/centres/${centre}/sites`);
      items.forEach((site) => found.set(site.id, regionOfCommune(site.inseeCode ?? site.postalCode)));
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return found;
}

function calendar({ sessions, today }, { narrow, width, colours: c }) {
  const counts = new Map();
  sessions.forEach((s) => {
    const day = s.startsOn < today ? today : s.startsOn;
    counts.set(day, (counts.get(day) ?? 0) + 1);
  });
  const from = `${today.slice(0, 8)}01`;
  const end = new Date(`${from}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + (narrow ? 3 : 6));
  const to = plusDays(end.toISOString().slice(0, 10), -1);
  const most = Math.max(1, ...counts.values());
  const weeks = Math.ceil(daysBetween(from, to) / 7) + 1;
  const side = narrow ? 24 : Math.max(14, Math.min(30, Math.floor((width - 60) / weeks)));
  const days = [...counts].filter(([day]) => day <= to).sort();
  return {
    description: `Sessions par jour de début. ${days.map(([day, n]) => `${date(day)} : ${n}`).join(" ; ") || "Aucune dans les mois montrés"}.`,
    option: {
      tooltip: { trigger: "item", formatter: ({ value }) => `${date(value[0])}\n${plural(value[1], "session", "sessions")}` },
      visualMap: { show: false, min: 0, max: most, inRange: { color: [c.scaleFrom, c.scaleTo] } },
      calendar: {
        orient: narrow ? "vertical" : "horizontal",
        range: [from, to],
        cellSize: [side, side],
        left: "center",
        top: narrow ? 30 : "middle",
        splitLine: { lineStyle: { color: c.soft, width: 1 } },
        itemStyle: { color: c.card, borderColor: c.line, borderWidth: 1 },
        dayLabel: { firstDay: 1, nameMap: ["D", "L", "M", "M", "J", "V", "S"], color: c.soft, fontSize: 11 },
        monthLabel: { nameMap: Array.from({ length: 12 }, (_, i) => monthName(`2026-${String(i + 1).padStart(2, "0")}`)), color: c.ink, fontSize: 12 },
        yearLabel: { show: false },
      },
      series: [
        {
          type: "heatmap",
          coordinateSystem: "calendar",
          label: { show: true, fontSize: 11, formatter: ({ value }) => String(value[1]) },
          data: days.map(([day, n]) => ({ value: [day, n], label: { color: legible(between(c.scaleFrom, c.scaleTo, n / most), c.onScaleFrom, c.onScaleTo) } })),
        },
      ],
    },
  };
}

export const sessions = {
  id: "sessions",
  name: "Sessions à venir",
  title: "Sessions à venir",
  needs: "/v1/sessions",
  filters: ["certification", "region", "centre"],
  topics: ["records"],
  lead: "Les sessions qui commencent ou continuent à partir d’aujourd’hui, sauf celles qui sont annulées ou reportées.",
  build: (context) => [
    figures({
      name: "chiffres-sessions",
      title: "Sessions à venir, en nombre",
      labels: ["Sessions à venir", "Dans les 30 jours", "Pas encore déclarées", "Déclarées en retard"],
      load: sessionsAhead,
      note: ({ cut, sessions }) => cutNote(cut, sessions.length),
      read: ({ sessions, today }) => {
        const soon = sessions.filter((s) => s.startsOn <= plusDays(today, 30)).length;
        return [
          { value: number(sessions.length) },
          { value: number(soon), beside: `jusqu’au ${date(plusDays(today, 30))}` },
          { value: number(sessions.filter((s) => s.state === "DRAFT").length) },
          { value: number(sessions.filter((s) => s.late).length) },
        ];
      },
    }),
    panel({
      name: "calendrier",
      title: "Calendrier",
      size: "wide",
      height: "middle tall",
      load: sessionsAhead,
      empty: "Aucune session à venir pour ces filtres.",
      table: ({ sessions, today }) => {
        const days = Map.groupBy(sessions, (s) => (s.startsOn < today ? today : s.startsOn));
        return {
          caption: "Sessions par jour de début",
          columns: [{ label: "Jour" }, right("Sessions"), { label: "Villes" }],
          rows: [...days].sort(([a], [b]) => a.localeCompare(b)).map(([day, list]) => [{ text: date(day), csv: day }, number(list.length), [...new Set(list.map((s) => s.siteCity))].join(", ")]),
        };
      },
      chart: calendar,
    }),
    panel({
      name: "regions-sessions",
      title: "Par région",
      size: "narrow",
      height: "middle tall",
      load: async (given) => {
        const { sessions } = await sessionsAhead(given);
        return [...Map.groupBy(sessions, (s) => s.region)].map(([region, list]) => ({ region, count: list.length })).sort((a, b) => b.count - a.count);
      },
      empty: "Aucune session à venir pour ces filtres.",
      table: (items) => ({
        caption: "Sessions à venir par région du site",
        columns: [{ label: "Région" }, right("Sessions")],
        rows: items.map((item) => [regionName(item.region), number(item.count)]),
      }),
      chart: (items, size) =>
        tiles(
          {
            items,
            title: "Sessions",
            max: Math.max(...items.map((item) => item.count)),
            valueOf: (item) => item?.count,
            textOf: (item) => (item ? number(item.count) : "–"),
            description: `Sessions à venir par région. ${items.map((item) => `${regionName(item.region)} : ${item.count}`).join(" ; ")}.`,
          },
          size,
        ),
    }),
    panel({
      name: "sessions",
      title: "Liste des sessions",
      size: "full",
      height: "list",
      load: sessionsAhead,
      empty: "Aucune session à venir pour ces filtres.",
      table: ({ sessions }) => ({
        caption: "Sessions à venir, la plus proche d’abord",
        columns: [{ label: "Début" }, { label: "Fin" }, { label: "Type" }, { label: "Certification" }, { label: "Centre" }, { label: "Site" }, { label: "Région" }, { label: "État" }],
        rows: sessions.map((s) => [
          { text: date(s.startsOn), csv: s.startsOn },
          { text: date(s.endsOn), csv: s.endsOn },
          SESSION_TYPES[s.type] ?? s.type,
          [context.title(s.certificationNumber, s.certificationNumber), s.blockCode].filter(Boolean).join(" · "),
          s.centreName,
          [s.siteName, s.siteCity].filter(Boolean).join(", "),
          regionName(s.region),
          SESSION_STATES[s.state] ?? s.state,
        ]),
      }),
    }),
  ],
};

// -------------------------------------------------------------------------------------------------- declarations

const FAULTY = ["REJECTED", "SET_ASIDE", "DELETION_REJECTED"];
const STATE_TONES = { ACCEPTED: "admitted", DELETED: "admitted", REJECTED: "failed", DELETION_REJECTED: "failed", SET_ASIDE: "failed" };

const holders = (context, parameters) => context.all("/v1/declarations/holders", { certificationNumber: context.filters.certification, ...parameters });

export const declarations = {
  id: "declarations",
  name: "Déclarations",
  title: "Déclaration des titulaires",
  needs: "/v1/declarations/duties|/v1/declarations/holders",
  filters: ["certification"],
  topics: ["declarations", "figures"],
  lead: "Chaque titre est déclaré à la Caisse des Dépôts dans les trois mois ; voici ce qui est dû, en retard ou refusé.",
  build: (context) => {
    const parts = [];
    if (context.may("/v1/declarations/duties")) {
      const duties = (given) => given.get("/v1/declarations/duties");
      parts.push(
        figures({
          name: "chiffres-declarations",
          title: "Déclarations, en nombre",
          labels: ["En retard", "Dues dans les 30 jours", "Rejetées ou écartées", "Acceptées"],
          load: async (given) => ({ duties: await duties(given), filtered: Boolean(given.filters.certification) }),
          note: ({ filtered }) => (filtered ? "Ces quatre chiffres comptent toutes les certifications ; les listes suivent le filtre." : ""),
          read: ({ duties: d }) => [
            { value: number(d.overdue), tone: d.overdue ? "failed" : "" },
            { value: number(d.dueSoon), beside: `jusqu’au ${date(d.dueSoonBy)}` },
            { value: number(FAULTY.reduce((sum, state) => sum + (d.states[state] ?? 0), 0)) },
            { value: number(d.states.ACCEPTED ?? 0), tone: "admitted" },
          ],
        }),
        panel({
          name: "etats-declarations",
          title: "Où en sont les déclarations",
          size: "half",
          load: async (given) => {
            const d = await duties(given);
            return Object.keys(DECLARATION_STATES).filter((state) => d.states[state]).map((state) => ({ state, count: d.states[state] }));
          },
          empty: "Aucun titre à déclarer.",
          table: (items) => ({
            caption: "Déclarations par état, toutes certifications",
            columns: [{ label: "État" }, right("Déclarations")],
            rows: items.map((item) => [DECLARATION_STATES[item.state], number(item.count)]),
          }),
          chart: (items, { colours: c }) => ({
            description: `Déclarations par état. ${items.map((item) => `${DECLARATION_STATES[item.state]} : ${number(item.count)}`).join(" ; ")}.`,
            option: {
              grid: { left: 4, right: 60, top: 4, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
              tooltip: { trigger: "item", formatter: ({ name, value }) => `${name} : ${number(value)}` },
              xAxis: { type: "value", show: false },
              yAxis: { type: "category", inverse: true, data: items.map((item) => DECLARATION_STATES[item.state]), axisLine: { show: false }, axisLabel: { color: c.ink } },
              series: [
                {
                  type: "bar",
                  barMaxWidth: 22,
                  barMinHeight: 3,
                  label: { show: true, position: "right", color: c.ink, fontWeight: 600, formatter: ({ value }) => number(value) },
                  data: items.map((item) => {
                    const tone = STATE_TONES[item.state] ?? "partial";
                    return { value: item.count, itemStyle: { color: c[tone], decal: { admitted: DECALS.none, failed: DECALS.dots, partial: DECALS.lines }[tone], borderRadius: [0, 4, 4, 0] } };
                  }),
                },
              ],
            },
          }),
        }),
      );
    } else {
      parts.push(sentence("Les totaux par état ne se montrent qu’au certificateur, à l’autorité et à l’analyste. Les listes ci-dessous sont celles de votre centre."));
    }
    if (!context.may("/v1/declarations/holders")) {
      parts.push(sentence("La liste des titulaires nomme des titres un par un : elle n’est pas montrée à l’analyste."));
      return parts;
    }
    const due = async (given) => {
      const { items, cut } = await holders(given, { dueBy: plusDays(given.today, 90) });
      return { items, cut, today: given.today };
    };
    parts.push(
      panel({
        name: "echeances",
        title: "Échéances des trois mois à venir",
        size: "half",
        load: due,
        empty: "Aucune déclaration n’est due dans les trois mois.",
        note: ({ cut, items }) => cutNote(cut, items.length),
        table: ({ items }) => ({
          caption: "Titres à déclarer, le plus urgent d’abord",
          columns: [{ label: "Titre" }, { label: "Certification" }, { label: "Obtenu le" }, { label: "À déclarer avant le" }, { label: "État" }],
          rows: items.map((h) => [h.awardNumber, h.certificationNumber, { text: date(h.awardedOn), csv: h.awardedOn }, { text: date(h.dueOn) + (h.overdue ? ", en retard" : ""), csv: h.dueOn, tone: h.overdue ? "late" : null }, DECLARATION_STATES[h.state] ?? h.state]),
        }),
        chart: ({ items, today }, { narrow, colours: c }) => {
          const late = items.filter((h) => h.overdue).length;
          const weeks = Array.from({ length: 13 }, (_, i) => ({ from: plusDays(today, 7 * i), count: 0 }));
          items.filter((h) => !h.overdue).forEach((h) => weeks[Math.min(12, Math.max(0, Math.floor(daysBetween(today, h.dueOn) / 7)))].count++);
          const bars = [{ label: "En retard", count: late, late: true }, ...weeks.map((w) => ({ label: date(w.from).replace(/ \d{4}$/, ""), count: w.count }))];
          return {
            description: `Déclarations dues par semaine. En retard : ${late} ; ${weeks.filter((w) => w.count).map((w) => `semaine du ${date(w.from)} : ${w.count}`).join(" ; ")}.`,
            option: {
              grid: { left: 0, right: 0, top: 24, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
              tooltip: { trigger: "item", formatter: ({ dataIndex: i }) => `${bars[i].late ? "En retard" : `Semaine du ${bars[i].label}`} : ${number(bars[i].count)}` },
              xAxis: { type: "category", data: bars.map((b) => b.label), axisLabel: { rotate: narrow ? 60 : 35 } },
              yAxis: { type: "value", minInterval: 1 },
              series: [
                {
                  type: "bar",
                  barMaxWidth: 28,
                  label: { show: true, position: "top", color: c.ink, formatter: ({ value }) => (value ? number(value) : "") },
                  data: bars.map((b) => ({ value: b.count, itemStyle: { color: b.late ? c.failed : c.admitted, decal: b.late ? DECALS.dots : DECALS.none, borderRadius: [4, 4, 0, 0] } })),
                },
              ],
            },
          };
        },
      }),
      panel({
        name: "rejets",
        title: "Rejetées ou écartées : ce qui est à corriger",
        size: "full",
        height: "list",
        load: async (given) => {
          const lists = await Promise.all(FAULTY.map((state) => holders(given, { state })));
          return { items: lists.flatMap((list) => list.items).sort((a, b) => String(a.dueOn).localeCompare(String(b.dueOn))), cut: lists.some((list) => list.cut) };
        },
        empty: "Rien n’est rejeté ni écarté.",
        note: ({ cut, items }) => (cut ? `Il y en a plus : seules ${number(items.length)} sont dans cette liste et son fichier.` : ""),
        table: ({ items }) => ({
          caption: "Déclarations refusées par la Caisse des Dépôts ou qui ne peuvent pas partir",
          columns: [{ label: "Titre" }, { label: "Certification" }, { label: "État" }, { label: "À déclarer avant le" }, { label: "Cause" }, { label: "Suite" }],
          rows: items.map((h) => [
            h.awardNumber,
            h.certificationNumber,
            DECLARATION_STATES[h.state] ?? h.state,
            { text: date(h.dueOn) + (h.overdue ? ", en retard" : ""), csv: h.dueOn, tone: h.overdue ? "late" : null },
            h.message ?? (h.faults ?? []).map((fault) => `${fault.field} : ${fault.message}`).join(" ; "),
            TREATMENTS[h.treatment] ?? "",
          ]),
        }),
      }),
    );
    return parts;
  },
};

// ------------------------------------------------------------------------------------- records to be validated

const AGES = [
  { label: "moins d’une semaine", most: 7 },
  { label: "1 à 2 semaines", most: 14 },
  { label: "2 à 4 semaines", most: 28 },
  { label: "plus de 4 semaines", most: Infinity },
];

async function waiting(context) {
  const { filters, today } = context;
  const { items, cut } = await context.all("/v1/records", { state: "SUBMITTED", certificationNumber: filters.certification });
  const kept = items.filter((r) => !filters.centre || r.centreSiret === filters.centre);
  return { items: kept.map((r) => ({ ...r, age: Math.max(0, daysBetween(dayOf(r.submittedAt), today)) })), cut };
}

export const records = {
  id: "records",
  name: "PV à valider",
  title: "Procès-verbaux à valider",
  needs: "/v1/records",
  filters: ["certification", "centre"],
  topics: ["records", "figures"],
  lead: "Transmis par les centres et pas encore validés ni renvoyés. La validation donne les titres.",
  build: (context) => [
    figures({
      name: "chiffres-pv",
      title: "Procès-verbaux en attente, en nombre",
      labels: ["En attente", "Candidats concernés", "Attente la plus longue"],
      load: waiting,
      note: ({ cut, items }) => cutNote(cut, items.length),
      read: ({ items }) => [
        { value: number(items.length) },
        { value: number(items.reduce((sum, r) => sum + (r.candidates ?? 0), 0)) },
        { value: items.length ? plural(Math.max(...items.map((r) => r.age)), "jour", "jours") : "–" },
      ],
    }),
    panel({
      name: "attente",
      title: "Depuis combien de temps ils attendent",
      size: "full",
      height: "low",
      load: waiting,
      empty: "Aucun procès-verbal n’attend.",
      table: ({ items }) => ({
        caption: "Procès-verbaux en attente, par durée",
        columns: [{ label: "Attente" }, right("Procès-verbaux")],
        rows: items.length ? byAge(items).map((a) => [a.label, number(a.count)]) : [],
      }),
      chart: ({ items }, { colours: c }) => {
        const ages = byAge(items);
        return {
          description: `Procès-verbaux en attente. ${ages.map((a) => `${a.label} : ${a.count}`).join(" ; ")}.`,
          option: {
            grid: { left: 4, right: 50, top: 0, bottom: 0, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
            tooltip: { trigger: "item", formatter: ({ name, value }) => `${name} : ${number(value)}` },
            xAxis: { type: "value", show: false },
            yAxis: { type: "category", inverse: true, data: ages.map((a) => a.label), axisLine: { show: false }, axisLabel: { color: c.ink } },
            series: [
              {
                type: "bar",
                barMaxWidth: 22,
                label: { show: true, position: "right", color: c.ink, fontWeight: 600, formatter: ({ value }) => number(value) },
                data: ages.map((a, i) => ({ value: a.count, itemStyle: { color: i > 1 ? c.failed : c.admitted, decal: i > 1 ? DECALS.dots : DECALS.none, borderRadius: [0, 4, 4, 0] } })),
              },
            ],
          },
        };
      },
    }),
    panel({
      name: "pv",
      title: "Liste des procès-verbaux",
      size: "full",
      height: "list",
      load: waiting,
      empty: "Aucun procès-verbal n’attend.",
      table: ({ items }) => ({
        caption: "Procès-verbaux transmis, le plus ancien d’abord",
        columns: [{ label: "Transmis le" }, right("Attente"), { label: "Certification" }, { label: "Centre" }, { label: "Fin de session" }, right("Candidats"), { label: "Signé le" }],
        rows: items.map((r) => [
          { text: instant(r.submittedAt), csv: r.submittedAt },
          { text: plural(r.age, "jour", "jours"), csv: String(r.age), tone: r.age > 14 ? "late" : null },
          context.title(r.certificationNumber, r.certificationNumber),
          r.centreName ?? r.centreSiret,
          { text: date(r.sessionEndsOn), csv: r.sessionEndsOn },
          number(r.candidates),
          { text: instant(r.signedAt), csv: r.signedAt ?? "" },
        ]),
      }),
    }),
  ],
};

function byAge(items) {
  return AGES.map((age, i) => ({ label: age.label, count: items.filter((r) => r.age < age.most && (i === 0 || r.age >= AGES[i - 1].most)).length }));
}

// -------------------------------------------------------------------------------- approvals and accreditations

const AHEAD = 183;

async function ending(context) {
  const { filters, today } = context;
  const asked = { certificationNumber: filters.certification, expiringBefore: plusDays(today, AHEAD) };
  const [approvals, accreditations, centres, jurors] = await Promise.all([
    context.all("/v1/approvals", asked),
    context.all("/v1/accreditations", asked),
    context.kept("/v1/centres"),
    context.kept("/v1/jurors"),
  ]);
  const centreOf = new Map(centres.items.map((c) => [c.id, c]));
  const jurorOf = new Map(jurors.items.map((j) => [j.id, j]));
  return {
    today,
    approvals: approvals.items.map((a) => ({ ...a, centre: centreOf.get(a.centreId) })).filter((a) => !filters.centre || a.centre?.siret === filters.centre),
    accreditations: accreditations.items.map((a) => ({ ...a, juror: jurorOf.get(a.jurorId) })),
  };
}

const left = (today, iso) => {
  const days = daysBetween(today, iso);
  return { text: days <= 0 ? "dernier jour" : plural(days, "jour", "jours"), csv: String(days), tone: days <= 30 ? "late" : null };
};

export const approvals = {
  id: "approvals",
  name: "Agréments",
  title: "Agréments et habilitations qui finissent",
  needs: "/v1/approvals",
  filters: ["certification", "centre"],
  topics: [],
  lead: "Dans les six mois : un centre sans agrément ne peut plus tenir de session, un juré sans habilitation ne peut plus siéger.",
  build: (context) => [
    figures({
      name: "chiffres-agrements",
      title: "Agréments et habilitations qui finissent, en nombre",
      labels: ["Agréments dans les six mois", "dont dans les 30 jours", "Habilitations dans les six mois", "dont dans les 30 jours"],
      load: ending,
      read: ({ approvals, accreditations, today }) => {
        const soon = (list) => list.filter((a) => daysBetween(today, a.validTo) <= 30).length;
        return [{ value: number(approvals.length) }, { value: number(soon(approvals)), tone: soon(approvals) ? "failed" : "" }, { value: number(accreditations.length) }, { value: number(soon(accreditations)), tone: soon(accreditations) ? "failed" : "" }];
      },
    }),
    panel({
      name: "fins",
      title: "Mois par mois",
      size: "full",
      height: "low",
      load: ending,
      empty: "Rien ne finit dans les six mois.",
      table: (data) => {
        const months = perMonth(data);
        return {
          caption: "Agréments et habilitations par mois de fin",
          columns: [{ label: "Mois" }, right("Agréments"), right("Habilitations")],
          rows: months.some((m) => m.approvals + m.accreditations) ? months.map((m) => [month(m.month), number(m.approvals), number(m.accreditations)]) : [],
        };
      },
      chart: (data, { colours: c }) => {
        const months = perMonth(data);
        const bar = (name, key, tone, decal) => ({ name, type: "bar", barMaxWidth: 26, itemStyle: { color: c[tone], decal, borderRadius: [4, 4, 0, 0] }, label: { show: true, position: "top", color: c.ink, formatter: ({ value }) => (value ? number(value) : "") }, data: months.map((m) => m[key]) });
        return {
          description: `Fins par mois. ${months.map((m) => `${month(m.month)} : ${m.approvals} agréments, ${m.accreditations} habilitations`).join(" ; ")}.`,
          option: {
            grid: { left: 0, right: 0, top: 44, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
            legend: {},
            tooltip: { trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: c.line, opacity: 0.35 } }, formatter: (points) => [month(months[points[0].dataIndex].month), ...points.map((p) => `${p.seriesName} : ${number(p.value)}`)].join("\n") },
            xAxis: { type: "category", data: months.map((m) => `${monthName(m.month)} ${m.month.slice(2, 4)}`) },
            yAxis: { type: "value", minInterval: 1 },
            series: [bar("Agréments de centres", "approvals", "admitted", DECALS.none), bar("Habilitations de jurés", "accreditations", "partial", DECALS.lines)],
          },
        };
      },
    }),
    panel({
      name: "agrements",
      title: "Agréments de centres",
      size: "half",
      height: "list",
      load: ending,
      empty: "Aucun agrément ne finit dans les six mois.",
      table: ({ approvals, today }) => ({
        caption: "Agréments, celui qui finit le premier d’abord",
        columns: [{ label: "Centre" }, { label: "Certification" }, { label: "Dernier jour" }, right("Reste")],
        rows: approvals.map((a) => [a.centre?.name ?? a.centreId, context.title(a.certificationNumber, a.certificationNumber), { text: date(a.validTo), csv: a.validTo }, left(today, a.validTo)]),
      }),
    }),
    panel({
      name: "habilitations",
      title: "Habilitations de jurés",
      size: "half",
      height: "list",
      load: ending,
      empty: "Aucune habilitation ne finit dans les six mois.",
      table: ({ accreditations, today }) => ({
        caption: "Habilitations, celle qui finit la première d’abord",
        columns: [{ label: "Juré" }, { label: "Certification" }, { label: "Dernier jour" }, right("Reste")],
        rows: accreditations.map((a) => [a.juror ? `${a.juror.firstName} ${a.juror.lastName}` : a.jurorId, context.title(a.certificationNumber, a.certificationNumber), { text: date(a.validTo), csv: a.validTo }, left(today, a.validTo)]),
      }),
    }),
  ],
};

function perMonth({ approvals, accreditations, today }) {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  return Array.from({ length: 7 }, (_, i) => {
    const at = new Date(first);
    at.setUTCMonth(at.getUTCMonth() + i);
    const key = at.toISOString().slice(0, 7);
    const count = (list) => list.filter((a) => a.validTo.startsWith(key)).length;
    return { month: key, approvals: count(approvals), accreditations: count(accreditations) };
  });
}
