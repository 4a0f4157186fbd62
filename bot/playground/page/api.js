// Calls to the emulator's control API and to what is Errand's own. A refusal is thrown in the server's words.

export class Refused extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

async function ask(method, path, body) {
  const options = { method };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers = { "Content-Type": "application/json" };
  }
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, answer.error ?? `${path} answered ${response.status}`);
  return answer;
}

export const get = (path) => ask("GET", path);
export const post = (path, body = {}) => ask("POST", path, body);
export const remove = (path) => ask("DELETE", path);

/** An act of a person: `act(7, "say", {text: "hello"})`. */
export const act = (userId, kind, body) => post(`/control/users/${userId}/${kind}`, body);
export const fileUrl = (fileId) => `/control/files/${encodeURIComponent(fileId)}`;

/** The bot names this server by one address; the page may have been opened by another. */
export function isOwn(url) {
  const local = ["localhost", "127.0.0.1", "[::1]", "0.0.0.0"].includes(url.hostname);
  return url.host === location.host || (local && url.port === location.port);
}

/** An address of this very server, whichever name of this machine was used, as one the page may show; or null. */
export function ownAddress(url) {
  let parsed;
  try {
    parsed = new URL(url, location.href);
  } catch {
    return null;
  }
  return isOwn(parsed) ? location.origin + parsed.pathname + parsed.search + parsed.hash : null;
}
