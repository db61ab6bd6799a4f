// The way to the API of the same host: the token, the errors in French, lists to their end, and the stream of events.

const TOKEN = "parchemin.token";
const SEEN = "parchemin.seen";

export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const MESSAGES = {
  0: "Le serveur est injoignable. Vérifiez la connexion, puis réessayez.",
  400: "La demande n’a pas été comprise par le serveur.",
  401: "Votre session a expiré. Connectez-vous de nouveau.",
  403: "Votre rôle ne permet pas de voir ces données.",
  404: "Ces données n’existent pas dans cette installation.",
  429: "Trop de demandes en peu de temps. Réessayez dans une minute.",
  503: "Le service ne répond pas pour l’instant. Réessayez dans un moment.",
};

function failure(status) {
  return new ApiError(status, MESSAGES[status] ?? `Le serveur a répondu par une erreur (${status}). Réessayez dans un moment.`);
}

export const isSignedIn = () => sessionStorage.getItem(TOKEN) !== null;
export const signOut = () => [TOKEN, SEEN].forEach((key) => sessionStorage.removeItem(key));
/** What is known of the reader since they signed in: a page that is loaded again stands at once, at its full height. */
export const remember = (seen) => sessionStorage.setItem(SEEN, JSON.stringify(seen));
export const remembered = () => JSON.parse(sessionStorage.getItem(SEEN));

/** Gets a token for a client and keeps it for as long as the tab lives. */
export async function signIn(client, secret) {
  const body = new URLSearchParams({ grant_type: "client_credentials", client_id: client, client_secret: secret });
  // Without credentials the browser does not answer the challenge of a refusal with a dialog of its own.
  const answer = await fetch("/oauth/token", { method: "POST", body, credentials: "omit" }).catch(() => {
    throw failure(0);
  });
  if (answer.status === 400 || answer.status === 401) {
    throw new ApiError(401, "Identifiant ou secret inconnu.");
  }
  if (answer.status === 404) {
    throw new ApiError(404, "Cette installation ne délivre pas de jetons à cette adresse.");
  }
  if (!answer.ok) throw failure(answer.status);
  sessionStorage.setItem(TOKEN, (await answer.json()).access_token);
}

function ask(path, options = {}) {
  const headers = { Accept: "application/json", ...options.headers, Authorization: `Bearer ${sessionStorage.getItem(TOKEN)}` };
  return fetch(path, { ...options, headers }).catch((cause) => {
    if (cause.name === "AbortError") throw cause;
    throw failure(0);
  });
}

export async function get(path) {
  const answer = await ask(path);
  if (!answer.ok) throw failure(answer.status);
  return answer.json();
}

/** Path and query; a value may be an array, null and empty are left out. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== "") query.append(name, one);
    }
  }
  return query.size ? `${path}?${query}` : path;
}

const PAGE = 500;

/** A list to its end, or to `most` items; `cut` says whether there are more. `read` gets one page. */
export async function all(read, path, parameters = {}, most = 5_000) {
  const items = [];
  let cursor;
  do {
    const page = await read(address(path, { ...parameters, limit: PAGE, cursor }));
    items.push(...page.items);
    cursor = page.next;
  } while (cursor && items.length < most);
  return { items, cut: Boolean(cursor) };
}

const LONGEST_PAUSE = 30_000;
// The service writes at least a comment every 15 seconds: longer silence is a dead connection.
const SILENCE = 45_000;

/**
 * Listens to server-sent events until the function it returns is called; reconnects with growing pauses. `onState` is
 * told "open", "waiting" or, when there is nothing to listen to, "none"; `onEvent` gets the name and the data.
 */
export function listen(path, onEvent, onState) {
  const stop = new AbortController();
  let failures = 0;

  async function connect() {
    const attempt = new AbortController();
    let watchdog;
    const heard = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => attempt.abort(), SILENCE);
    };
    try {
      heard();
      const answer = await ask(path, {
        headers: { Accept: "text/event-stream" },
        signal: AbortSignal.any([stop.signal, attempt.signal]),
        cache: "no-store",
      });
      if (!answer.ok) throw failure(answer.status);
      onState("open", failures > 0);
      failures = 0;
      await read(answer.body, heard);
    } finally {
      clearTimeout(watchdog);
      attempt.abort();
    }
  }

  async function read(body, heard) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      heard();
      rest += value;
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop();
      blocks.forEach(dispatch);
    }
  }

  function dispatch(block) {
    let name = "message";
    const data = [];
    for (const line of block.split(/\r?\n/)) {
      if (line.startsWith("event:")) name = line.slice(6).trim();
      if (line.startsWith("data:")) data.push(line.slice(5).trim());
    }
    if (data.length) onEvent(name, JSON.parse(data.join("\n")));
  }

  (async () => {
    while (!stop.signal.aborted) {
      try {
        await connect();
      } catch (cause) {
        if (stop.signal.aborted) return;
        if ([401, 403, 404].includes(cause.status)) {
          onState("none", false, cause);
          return;
        }
      }
      if (stop.signal.aborted) return;
      onState("waiting");
      const pause = Math.min(LONGEST_PAUSE, 1_000 * 2 ** failures++) * (0.75 + Math.random() / 2);
      await new Promise((resume) => setTimeout(resume, pause));
    }
  })();
  return () => stop.abort();
}
