// The page: who is signed in, which view and filters the address names, and what moves meanwhile.

import { address, all, get, isSignedIn, listen, remember, remembered, signIn, signOut } from "./api.js";
import { announce, make } from "./dom.js";
import { hour, ROLES, ROUTES, today } from "./format.js";
import { sentence } from "./panel.js";
import { OUTSIDE, REGIONS } from "./regions.js";
import { cohorts, success, year } from "./results-views.js";
import { approvals, declarations, records, sessions } from "./work-views.js";

const VIEWS = [year, success, sessions, declarations, records, approvals, cohorts];
const READERS = ["analyst", "authority", "certifier", "centre"];
const FILTERS = { year: "Année", certification: "Certification", route: "Voie", region: "Région", centre: "Centre" };

let main = document.getElementById("main");
const nav = document.getElementById("views");
const form = document.getElementById("filters");
const liveBox = document.getElementById("live");

let me = null;
let options = {};
let stopListening = () => {};
let open = null;
let answers = new Map();
const lasting = new Map();

/** Another content in another element: what was there is gone, rather than moved aside by what comes above it. */
function show(...children) {
  const next = make("main", { id: "main", tabindex: "-1" }, children);
  main.replaceWith(next);
  main = next;
  document.querySelector(".foot").hidden = false;
}

// ---------------------------------------------------------------------------------------------- address and state

function stateOf(search) {
  const query = new URLSearchParams(search);
  const filters = Object.fromEntries(Object.keys(FILTERS).map((name) => [name, query.get(name) ?? ""]));
  return { view: VIEWS.find((view) => view.id === query.get("view")) ?? VIEWS[0], filters };
}

function addressOf({ view, filters }) {
  return address("/dashboard", { view: view.id, ...filters });
}

let state = stateOf(location.search);

function go(changes) {
  const next = { view: changes.view ?? state.view, filters: { ...state.filters, ...changes.filters } };
  history.pushState(null, "", addressOf(next));
  follow();
}

/** Shows what the address says. */
function follow() {
  const before = state;
  state = stateOf(location.search);
  if (!me?.role) return;
  if (open && before.view === state.view) {
    drawFilters();
    drawNav();
    refresh().then(() => announce("Chiffres mis à jour selon les filtres."));
  } else {
    showView(true);
  }
}

addEventListener("popstate", follow);

// ------------------------------------------------------------------------------------------------------- sign in

function showSignIn(why) {
  stopListening();
  closeView();
  me = null;
  lasting.clear();
  for (const element of [nav, form, liveBox, document.getElementById("who"), document.getElementById("sign-out")]) element.hidden = true;
  const problem = make("p", { class: "problem", id: "problem", role: "alert" }, why ?? "");
  const client = make("input", { id: "client", name: "username", autocomplete: "username", required: true, spellcheck: "false", autocapitalize: "none" });
  const secret = make("input", { id: "secret", name: "password", type: "password", autocomplete: "current-password", required: true });
  const button = make("button", { type: "submit", class: "main" }, "Se connecter");
  const submit = async (event) => {
    event.preventDefault();
    problem.textContent = "";
    button.disabled = true;
    try {
      await signIn(client.value.trim(), secret.value);
      await enter();
    } catch (cause) {
      signOut();
      problem.textContent = cause.message;
      secret.value = "";
      client.focus();
    } finally {
      button.disabled = false;
    }
  };
  show(
    make("div", { class: "door" },
      make("h1", {}, "Tableaux de bord"),
      make("p", {}, "Ce que la certification produit, pour celles et ceux qui la pilotent : résultats, sessions, déclarations, procès-verbaux. Connectez-vous avec le compte de votre organisme."),
      problem,
      make("form", { onsubmit: submit, method: "post", "aria-describedby": "problem" },
        make("label", { for: "client" }, "Identifiant"), client,
        make("label", { for: "secret" }, "Secret"), secret,
        button),
      make("p", { class: "note" }, "La session dure autant que cet onglet et n’est gardée nulle part ailleurs.")),
  );
  document.title = "Se connecter – Tableaux de bord – Parchemin";
}

/** Goes on with a token: who it belongs to, what they may see, what there is to choose from. */
async function enter() {
  let seen = remembered();
  if (!seen) {
    const { client, roles, operations } = await get("/v1/me");
    const role = roles.find((one) => READERS.includes(one));
    me = { client, role, is: role ?? roles[0], reads: operations.filter((o) => o.method === "GET").map((o) => o.path) };
    seen = { me, options: role ? await readOptions() : {} };
    remember(seen);
  } else {
    // Shown as it was, and put right when the answer is there.
    me = seen.me;
    if (me.role) readOptions().then(renew, contextOf().failed);
  }
  me = seen.me;
  options = seen.options;
  const who = document.getElementById("who");
  who.textContent = `${me.client} · ${ROLES[me.is] ?? "sans rôle"}`;
  who.hidden = false;
  document.getElementById("sign-out").hidden = false;
  if (!me.role) {
    show(make("div", { class: "door" }, make("h1", {}, "Tableaux de bord"), make("p", {}, "Votre rôle ne donne pas accès aux tableaux de bord. Ils sont ouverts à l’analyste, à l’autorité, au certificateur et au centre.")));
    return;
  }
  if (!state.filters.year) {
    const years = options.year.map((option) => option.value);
    const current = today().slice(0, 4);
    state.filters.year = years.length === 0 || years.includes(current) ? current : years[0];
    history.replaceState(null, "", addressOf(state));
  }
  showView(false);
  if (may("/v1/statistics")) follows();
}

function renew(found) {
  if (!me || JSON.stringify(found) === JSON.stringify(options)) return;
  options = found;
  remember({ me, options });
  drawFilters();
}

const mayRead = (path) => me.reads.includes(path);
/** Whether the caller may read a path, or one of several that "|" separates. */
const may = (paths) => paths.split("|").some(mayRead);

async function readOptions() {
  const read = async (by) => (may("/v1/statistics") ? (await get(address("/v1/statistics", { by })).catch(ignoreAbsence)).items : []);
  const ignoreAbsence = (cause) => {
    if (cause.status === 401) throw cause;
    return { items: [] };
  };
  const [years, certifications, centres] = await Promise.all([read("year"), read("certification"), read("centre")]);
  const byLabel = (a, b) => a.label.localeCompare(b.label, "fr");
  return {
    year: years.map((item) => ({ value: String(item.year), label: String(item.year) })).sort((a, b) => b.value - a.value),
    certification: certifications.map((item) => ({ value: item.certificationNumber, title: item.label, label: [item.certificationNumber, item.label].filter(Boolean).join(" · ") })).sort(byLabel),
    route: Object.entries(ROUTES).map(([value, label]) => ({ value, label })),
    region: [...Object.entries(REGIONS).map(([value, region]) => ({ value, label: region.name })).sort(byLabel), { value: OUTSIDE, label: "Hors région" }],
    centre: centres.map((item) => ({ value: item.centreSiret, label: item.label ?? item.centreSiret })).sort(byLabel),
  };
}

/** The title of a certification without its number, where the figures have told it. */
function titleOf(certification, fallback) {
  return options.certification.find((option) => option.value === certification)?.title ?? fallback ?? certification;
}

// --------------------------------------------------------------------------------------------------------- views

function drawNav() {
  const list = VIEWS.filter((view) => may(view.needs)).map((view) => {
    const link = make("a", { href: addressOf({ view, filters: state.filters }), "aria-current": view === state.view ? "page" : null }, view.name);
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go({ view });
    });
    return make("li", {}, link);
  });
  nav.replaceChildren(make("ul", {}, list));
  nav.hidden = false;
}

function drawFilters() {
  const focused = document.activeElement?.closest("#filters") ? document.activeElement.id : null;
  const wanted = state.view.filters.filter((name) => !(name === "centre" && me.role === "centre"));
  const fields = wanted.map((name) => {
    const value = state.filters[name];
    const known = options[name] ?? [];
    const listed = value && !known.some((option) => option.value === value) ? [{ value, label: value }, ...known] : known;
    const select = make("select", { id: `filter-${name}`, onchange: () => go({ filters: { [name]: select.value } }) },
      name === "year" ? [] : make("option", { value: "" }, name === "centre" ? "Tous" : "Toutes"),
      listed.map((option) => make("option", { value: option.value, selected: option.value === value }, option.label)));
    return make("div", { class: `filter ${name}` }, make("label", { for: `filter-${name}` }, FILTERS[name]), select);
  });
  const set = wanted.filter((name) => name !== "year" && state.filters[name]);
  const clear = make("button", { type: "button", class: "quiet", id: "filter-clear", disabled: set.length === 0, onclick: () => go({ filters: Object.fromEntries(set.map((name) => [name, ""])) }) }, "Effacer les filtres");
  form.replaceChildren(...fields, clear);
  form.hidden = wanted.length === 0;
  if (focused) document.getElementById(focused)?.focus();
}

form.addEventListener("submit", (event) => event.preventDefault());

function closeView() {
  open?.panels.forEach((one) => one.dispose());
  open = null;
}

function showView(byReader) {
  closeView();
  answers = new Map();
  const view = state.view;
  drawNav();
  drawFilters();
  const context = contextOf();
  const panels = may(view.needs) ? view.build(context) : [sentence(`Cette vue n’est pas ouverte à votre rôle (${ROLES[me.role]}).`)];
  open = { view, panels };
  const heading = make("h1", { tabindex: "-1" }, view.title);
  // R130, said once for all panels that count results.
  const care = me.role === "analyst" && view.needs === "/v1/statistics" ? " Pour protéger les personnes, les effectifs sont arrondis et les petits groupes masqués." : "";
  show(make("div", { class: "lead" }, heading, make("p", {}, view.lead + care)), make("div", { class: "panels" }, panels.map((one) => one.element)));
  document.title = `${view.title} – Parchemin`;
  if (byReader) {
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }
  return refresh();
}

/** What a panel may ask for. Within one refresh the same question is asked once. */
function contextOf() {
  const once = (path) => {
    const asked = answers;
    if (!asked.has(path)) {
      asked.set(path, get(path));
      // Whoever tries again asks again.
      asked.get(path).catch(() => asked.delete(path));
    }
    return asked.get(path);
  };
  // What hardly changes is kept for as long as the tab lives, unless it could not be read.
  const kept = (key, read) => {
    if (!lasting.has(key)) {
      const answer = read();
      lasting.set(key, answer);
      answer.catch(() => lasting.delete(key));
    }
    return lasting.get(key);
  };
  return {
    filters: state.filters,
    today: today(),
    may,
    title: titleOf,
    get: (path, parameters) => once(address(path, parameters)),
    all: (path, parameters) => all(once, path, parameters),
    kept: (path) => kept(path, () => all(get, path)),
    failed: (cause) => {
      if (cause.status === 401) {
        signOut();
        showSignIn(cause.message);
      }
    },
  };
}

function refresh() {
  if (!open) return Promise.resolve();
  answers = new Map();
  const context = contextOf();
  return Promise.all(open.panels.map((one) => one.refresh(context)));
}

// ---------------------------------------------------------------------------------------------------------- live

const SETTLE = 400;

function follows() {
  stopListening();
  const say = (text, name) => {
    liveBox.hidden = false;
    liveBox.dataset.state = name;
    document.getElementById("live-text").textContent = text;
  };
  let pending = null;
  const changed = () => {
    clearTimeout(pending);
    pending = setTimeout(async () => {
      await refresh();
      say(`À jour à ${hour(new Date())}`, "open");
      announce("Les chiffres ont changé, la page est à jour.");
    }, SETTLE);
  };
  const stop = listen(
    "/v1/statistics/events",
    (name, data) => {
      if (name === "moved" && open && (data.what ?? []).some((topic) => open.view.topics.includes(topic))) changed();
    },
    (name, again, cause) => {
      if (name === "open") {
        say("En direct", "open");
        // What happened while nobody listened is read now.
        if (again) changed();
      } else if (name === "waiting") {
        say("Connexion perdue, nouvel essai…", "waiting");
      } else if (cause?.status === 401) {
        signOut();
        showSignIn(cause.message);
      } else {
        liveBox.hidden = true;
      }
    },
  );
  stopListening = () => {
    clearTimeout(pending);
    stop();
  };
}

// --------------------------------------------------------------------------------------------------------- theme

const themeButton = document.getElementById("theme");
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ?? (prefersDark.matches ? "dark" : "light")) === "dark";

function themed() {
  themeButton.setAttribute("aria-pressed", String(isDark()));
  open?.panels.forEach((one) => one.repaint());
}

themeButton.addEventListener("click", () => {
  const chosen = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = chosen;
  localStorage.setItem("parchemin.theme", chosen);
  themed();
});
prefersDark.addEventListener("change", themed);
themed();

document.getElementById("sign-out").addEventListener("click", () => {
  signOut();
  showSignIn();
  document.getElementById("client").focus();
});

if (isSignedIn()) {
  enter().catch((cause) => {
    if (cause.status === 401) signOut();
    showSignIn(cause.message);
  });
} else {
  showSignIn();
}
