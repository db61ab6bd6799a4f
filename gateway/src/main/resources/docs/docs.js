// Draws /openapi. Nothing of the document is ever read as HTML: every text goes in as a text node.
"use strict";

const METHODS = ["get", "post", "put", "patch", "delete", "head", "options"];
let api;

/** make("p", {class: "x"}, "text", child…) */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== ""));
  return element;
}

/** The little Markdown that descriptions use: paragraphs, lists, `code`, *stress*, **weight**. */
function prose(text) {
  if (!text) return [];
  return String(text).trim().split(/\n\s*\n/).map((block) => {
    const lines = block.split("\n");
    if (lines.every((line) => /^\s*[-*] /.test(line))) {
      return make("ul", {}, lines.map((line) => make("li", {}, inline(line.replace(/^\s*[-*] /, "")))));
    }
    return make("p", {}, inline(block));
  });
}

function inline(text) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/).map((part) => {
    if (part.length > 2 && part.startsWith("`")) return make("code", {}, part.slice(1, -1));
    if (part.length > 4 && part.startsWith("**")) return make("strong", {}, part.slice(2, -2));
    if (part.length > 2 && part.startsWith("*") && part.endsWith("*")) return make("em", {}, part.slice(1, -1));
    return part;
  });
}

function resolve(node) {
  let seen = 0;
  while (node && node.$ref && seen++ < 20) {
    const { $ref, ...beside } = node;
    const target = $ref.replace(/^#\//, "").split("/").reduce((at, key) => at?.[key.replace(/~1/g, "/").replace(/~0/g, "~")], api);
    node = { ...(target ?? {}), ...beside };
  }
  return node ?? {};
}

function flat(schema) {
  schema = resolve(schema);
  if (!schema.allOf) return schema;
  return schema.allOf.map(flat).reduce(
    (all, part) => ({
      ...all,
      ...part,
      properties: { ...all.properties, ...part.properties },
      required: [...(all.required ?? []), ...(part.required ?? [])],
    }),
    { ...schema, allOf: undefined },
  );
}

function typeOf(schema) {
  const s = flat(schema);
  const types = [].concat(s.type ?? []).filter((t) => t !== "null");
  if (s.enum) return s.enum.filter((v) => v !== null).join(" | ");
  if (types.includes("array")) return "list of " + typeOf(s.items ?? {});
  if (s.oneOf || s.anyOf) return (s.oneOf ?? s.anyOf).map(typeOf).filter((t) => t !== "anything").join(" or ");
  const type = types.join(" or ") || (s.properties ? "object" : "anything");
  const bounds = [];
  if (s.minLength !== undefined || s.maxLength !== undefined) bounds.push(`${s.minLength ?? 0}–${s.maxLength ?? "…"} characters`);
  if (s.minimum !== undefined || s.maximum !== undefined) bounds.push(`${s.minimum ?? "…"}–${s.maximum ?? "…"}`);
  if (s.pattern) bounds.push(s.pattern);
  return [s.format ? `${type} (${s.format})` : type, ...bounds].join(", ");
}

function sampleOf(schema, seen = []) {
  const name = schema?.$ref;
  if (name && seen.includes(name)) return null;
  const trail = name ? [...seen, name] : seen;
  const s = flat(schema);
  if (s.example !== undefined) return s.example;
  if (s.examples?.length) return s.examples[0];
  if (s.default !== undefined) return s.default;
  if (s.const !== undefined) return s.const;
  if (s.enum) return s.enum[0];
  if (s.oneOf || s.anyOf) return sampleOf((s.oneOf ?? s.anyOf)[0], trail);
  const type = [].concat(s.type ?? (s.properties ? "object" : [])).find((t) => t !== "null");
  if (type === "object") {
    return Object.fromEntries(Object.entries(s.properties ?? {}).map(([key, value]) => [key, sampleOf(value, trail)]));
  }
  if (type === "array") {
    const item = sampleOf(s.items ?? {}, trail);
    return item === null ? [] : [item];
  }
  if (type === "integer" || type === "number") return s.minimum ?? 1;
  if (type === "boolean") return false;
  if (s.format === "date") return "2026-11-23";
  if (s.format === "date-time") return "2026-11-23T08:30:00Z";
  if (s.format === "uuid") return "0198a7c2-1f5e-7b3a-9c41-5d2e8f6a7b10";
  return type === "string" ? "…" : null;
}

function bodySample(media) {
  if (media.example !== undefined) return media.example;
  const named = Object.values(media.examples ?? {})[0];
  if (named) return resolve(named).value;
  return media.schema ? sampleOf(media.schema) : undefined;
}

function schemaList(schema, depth = 0, seen = []) {
  const name = schema?.$ref;
  const s = flat(schema);
  if ([].concat(s.type ?? []).includes("array")) return schemaList(s.items ?? {}, depth, seen);
  const properties = Object.entries(s.properties ?? {});
  if (!properties.length || depth > 6 || (name && seen.includes(name))) return null;
  const trail = name ? [...seen, name] : seen;
  return make("ul", { class: "schema" }, properties.map(([key, value]) => {
    const inner = schemaList(value, depth + 1, trail);
    return make(
      "li", {},
      make("code", {}, key), " ",
      make("span", { class: "type" }, typeOf(value)),
      s.required?.includes(key) ? make("span", { class: "must" }, "required") : null,
      make("div", { class: "text" }, prose(flat(value).description)),
      inner && make("details", depth < 1 ? { open: "" } : {}, make("summary", {}, "fields"), inner),
    );
  }));
}

function code(text) {
  const pre = make("pre", {}, typeof text === "string" ? text : JSON.stringify(text, null, 2));
  const copy = make("button", {
    class: "copy",
    type: "button",
    onclick: () => navigator.clipboard?.writeText(pre.textContent).then(() => (copy.textContent = "copied")),
  }, "copy");
  return make("div", { class: "code" }, copy, pre);
}

function pathText(path) {
  return path.split(/(\{[^}]+\})/).map((part) => (part.startsWith("{") ? make("span", { class: "parameter" }, part) : part));
}

function rolesOf(operation) {
  if (!operation.security?.length) return null;
  return [...new Set(operation.security.flatMap((requirement) => Object.values(requirement).flat()))];
}

function curlOf({ method, path, operation, parameters }) {
  let target = path.replace(/\{([^}]+)\}/g, (whole, name) => {
    const parameter = parameters.find((p) => p.in === "path" && p.name === name);
    const sample = parameter && (parameter.example ?? sampleOf(parameter.schema ?? {}));
    return typeof sample === "string" && sample !== "…" ? encodeURIComponent(sample) : whole;
  });
  const needed = parameters.filter((p) => p.in === "query" && p.required);
  if (needed.length) target += "?" + needed.map((p) => p.name + "=" + encodeURIComponent(p.example ?? sampleOf(p.schema ?? {}) ?? "")).join("&");
  const lines = [`curl${method === "get" ? "" : " -X " + method.toUpperCase()} '${location.origin}${target}'`];
  if (rolesOf(operation)) lines.push(`-H "Authorization: Bearer $TOKEN"`);
  parameters.filter((p) => p.in === "header" && p.required).forEach((p) => lines.push(`-H '${p.name}: …'`));
  const content = resolve(operation.requestBody).content ?? {};
  const type = Object.keys(content)[0];
  if (type === "application/x-www-form-urlencoded") {
    Object.entries(bodySample(content[type]) ?? {}).forEach(([name, value]) => lines.push(`--data-urlencode '${name}=${value}'`));
  } else if (type?.startsWith("multipart/")) {
    lines.push("-F 'file=@…'");
  } else if (type) {
    lines.push(`-H 'Content-Type: ${type}'`);
    lines.push(`-d '${JSON.stringify(bodySample(content[type]) ?? {}).replace(/'/g, "'\\''")}'`);
  }
  return lines.join(" \\\n  ");
}

function parameterTable(parameters) {
  return make("table", {}, parameters.map((p) => make(
    "tr", {},
    make("td", {}, make("code", {}, p.name), p.required ? make("span", { class: "must" }, "required") : null),
    make("td", {}, make("span", { class: "type" }, `${p.in}, ${typeOf(p.schema ?? {})}`), prose(p.description ?? flat(p.schema ?? {}).description)),
  )));
}

function content(body) {
  return Object.entries(body.content ?? {}).map(([type, media]) => {
    const sample = bodySample(media);
    const list = media.schema && schemaList(media.schema);
    return make(
      "div", {},
      make("p", { class: "type" }, type),
      make("div", { class: "columns" },
        make("div", {}, list ?? (media.schema ? make("p", { class: "type" }, typeOf(media.schema)) : null)),
        make("div", {}, sample === undefined || sample === null ? null : code(sample))),
    );
  });
}

function fill(entry) {
  const { operation, parameters } = entry;
  const roles = rolesOf(operation);
  const body = operation.requestBody && resolve(operation.requestBody);
  return make(
    "div", { class: "body" },
    prose(operation.description),
    make("p", {}, roles === null
      ? make("span", { class: "chip open" }, "no token needed")
      : (roles.length ? roles : ["any valid token"]).map((role) => make("span", { class: "chip" }, role))),
    parameters.length ? [make("h4", {}, "Parameters"), parameterTable(parameters)] : null,
    body ? [make("h4", {}, "Request body" + (body.required ? "" : " (optional)")), prose(body.description), content(body)] : null,
    make("h4", {}, "Answers"),
    make("div", { class: "answers" }, Object.entries(operation.responses ?? {}).map(([status, answer]) => {
      const a = resolve(answer);
      const inside = content(a);
      const line = [make("span", { class: "status s" + status[0] }, status), a.description ?? ""];
      return inside.length
        ? make("details", status[0] === "2" ? { open: "" } : {}, make("summary", {}, line), inside)
        : make("details", {}, make("summary", {}, line));
    })),
    make("h4", {}, "Try it"),
    code(curlOf(entry)),
    make("p", { class: "type" }, "operationId ", make("code", {}, operation.operationId ?? "—")),
  );
}

function card(entry) {
  const { method, path, operation } = entry;
  const details = make(
    "details", { class: "operation", id: entry.id },
    make("summary", {},
      make("span", { class: "method " + method }, method),
      make("span", { class: "path" }, pathText(path)),
      make("span", { class: "what" }, operation.summary ?? "")),
  );
  details.addEventListener("toggle", () => {
    if (details.open && !entry.filled) {
      entry.filled = true;
      details.append(fill(entry));
    }
  });
  return details;
}

function entries() {
  return Object.entries(api.paths ?? {}).flatMap(([path, item]) => METHODS.filter((m) => item[m]).map((method) => {
    const operation = item[method];
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
    return {
      method, path, operation, parameters,
      id: operation.operationId ?? method + path,
      group: operation.tags?.[0] ?? "other",
      words: [method, path, operation.operationId, operation.summary, operation.description].join(" ").toLowerCase(),
    };
  }));
}

function show(all, groups) {
  const words = document.getElementById("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const role = document.getElementById("role").value;
  const fits = (entry) => {
    const roles = rolesOf(entry.operation);
    return words.every((word) => entry.words.includes(word)) && (!role || roles === null || !roles.length || roles.includes(role));
  };
  let shown = 0;
  groups.forEach((group) => {
    let some = false;
    group.entries.forEach((entry) => {
      const visible = fits(entry);
      entry.card.hidden = entry.link.hidden = !visible;
      entry.link.style.display = visible ? "" : "none";
      some ||= visible;
      shown += visible ? 1 : 0;
    });
    group.section.hidden = group.title.hidden = !some;
  });
  document.getElementById("none").hidden = shown > 0;
}

function draw(document_) {
  api = document_;
  const all = entries();
  const known = new Map((api.tags ?? []).map((tag) => [tag.name, tag]));
  const names = [...new Set([...known.keys(), ...all.map((entry) => entry.group)])].filter((name) => all.some((e) => e.group === name));
  document.getElementById("version").textContent = api.info.version;
  document.getElementById("intro").replaceChildren(
    make("h1", {}, "API reference"),
    ...prose(api.info.description),
    make("div", { class: "steps" },
      make("h3", {}, "First steps"),
      make("p", {}, "Reading the catalogue and verifying an award need no token. For the rest, get one and look at what it allows:"),
      code(`TOKEN=$(curl -s ${location.origin}/oauth/token -u "$CLIENT:$SECRET" \\\n  -d grant_type=client_credentials | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')\ncurl ${location.origin}/v1/me -H "Authorization: Bearer $TOKEN"`)),
    make("p", { class: "none", id: "none", hidden: "" }, "No operation fits."),
  );
  const contents = document.getElementById("contents");
  const operations = document.getElementById("operations");
  const groups = names.map((name) => {
    const mine = all.filter((entry) => entry.group === name);
    const title = make("div", {}, make("h2", {}, name), mine.map((entry) => {
      entry.link = make("a", { href: "#" + entry.id, title: entry.method.toUpperCase() + " " + entry.path },
        make("span", { class: "method " + entry.method }, entry.method), make("span", {}, entry.operation.summary ?? entry.path));
      entry.link.addEventListener("click", () => (entry.card.open = true));
      return entry.link;
    }));
    mine.forEach((entry) => (entry.card = card(entry)));
    const section = make("section", { class: "group" }, make("h2", {}, name), prose(known.get(name)?.description), mine.map((entry) => entry.card));
    contents.append(title);
    operations.append(section);
    return { entries: mine, title, section };
  });
  const roles = [...new Set(all.flatMap((entry) => rolesOf(entry.operation) ?? []))].sort();
  const role = document.getElementById("role");
  role.append(...roles.map((name) => make("option", { value: name }, name)));
  const search = document.getElementById("search");
  [search, role].forEach((input) => input.addEventListener("input", () => show(all, groups)));
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      search.focus();
    }
  });
  const wanted = all.find((entry) => "#" + entry.id === decodeURIComponent(location.hash));
  if (wanted) {
    wanted.card.open = true;
    wanted.card.scrollIntoView();
  }
}

fetch("/openapi", { headers: { Accept: "application/json" } })
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error("status " + answer.status))))
  .then(draw)
  .catch((error) => {
    document.getElementById("intro").replaceChildren(
      make("h1", {}, "API reference"),
      make("p", {}, "The description of the API could not be drawn: " + error.message + ". It can be read as ", make("a", { href: "/openapi.yaml" }, "text"), "."));
  });
