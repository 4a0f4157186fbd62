// Inline mode: `@bot words` in the input asks the bot, its results are chosen from a list or a grid.
import { html, useEffect, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { fileUrl, get, ownAddress } from "./api.js";
import { acting, openApp } from "./acts.js";
import { changeChat, trying } from "./store.js";

const PAUSE_MILLISECONDS = 300, ASK_AGAIN_MILLISECONDS = 250, PATIENCE_MILLISECONDS = 12000;
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** The bot's answer to one page of results; null when it keeps silent. */
async function answerOf(id, query, offset, stillWanted) {
  const asked = await acting(id, "inline", { query, offset });
  const until = Date.now() + PATIENCE_MILLISECONDS;
  while (asked && stillWanted() && Date.now() < until) {
    const answer = await trying(get(`/control/inline/${asked.inline_query_id}`));
    if (!answer || answer.answered) return answer && { ...answer, question: asked.inline_query_id };
    await wait(ASK_AGAIN_MILLISECONDS);
  }
  return null;
}

export function Inline({ id, query, field }) {
  const [found, setFound] = useState({ results: [], state: "asking" });
  const [at, setAt] = useState(0);
  const latest = useRef(0);
  const load = async (offset) => {
    const mine = ++latest.current;
    const stillWanted = () => latest.current === mine;
    setFound((now) => ({ ...now, state: "asking" }));
    if (!offset) await wait(PAUSE_MILLISECONDS);
    if (!stillWanted()) return;
    const answer = await answerOf(id, query, offset, stillWanted);
    if (!stillWanted()) return;
    const mark = (one) => ({ ...one, question: answer.question });
    setFound((now) => (answer ? { state: "done", question: answer.question, next: answer.next_offset, button: answer.button, results: [...(offset ? now.results : []), ...answer.results.map(mark)] }
      : { ...now, state: "silent" }));
  };
  useEffect(() => { setAt(0); load(""); return () => { latest.current++; }; }, [query]);
  const choose = async (result) => {
    changeChat(id, { draft: "" });
    await acting(id, `inline/${result.question}/choose`, { result_id: result.id });
    field.current?.focus();
  };
  const pressed = async () => {
    const done = await acting(id, `inline/${found.question}/button`);
    if (done?.kind === "web_app") openApp(id, done.url, { title: found.button.text });
    else if (done) changeChat(id, { draft: "" });
  };
  const grid = found.results.length > 0 && found.results.every((one) => ["photo", "gif", "mpeg4_gif", "sticker"].includes(one.type));
  useEffect(() => {
    const keyed = (event) => {
      if (event.target !== field.current || !found.results.length) return;
      const step = { ArrowDown: 1, ArrowUp: -1, ...(grid ? { ArrowRight: 1, ArrowLeft: -1 } : {}) }[event.key];
      if (step) setAt(Math.max(0, Math.min(found.results.length - 1, at + step)));
      else if (event.key === "Enter" && !event.shiftKey) choose(found.results[at]);
      else return;
      event.preventDefault();
    };
    field.current?.addEventListener("keydown", keyed, true);
    return () => field.current?.removeEventListener("keydown", keyed, true);
  });
  const scrolled = (event) => {
    const { scrollTop, scrollHeight, clientHeight } = event.target;
    if (found.next && found.state === "done" && scrollHeight - scrollTop - clientHeight < 60) load(found.next);
  };
  const { button } = found;
  return html`<div class="commands inline-results" onScroll=${scrolled}>
    ${button && html`<button type="button" class="inline-button" onClick=${() => pressed()}>${button.text}</button>`}
    <ul role="listbox" aria-label="Results" class=${grid ? "grid" : ""}>${found.results.map((one, n) => html`<li key=${one.id} role="option" aria-selected=${n === at} class=${n === at ? "pointed" : ""}
        ref=${n === at ? (row) => row?.scrollIntoView({ block: "nearest" }) : null} onMouseDown=${(e) => { e.preventDefault(); choose(one); }}><${Result} result=${one} grid=${grid} /></li>`)}</ul>
    <p role="status" class="hint">${found.state === "asking" ? "Asking the bot…" : found.state === "silent" ? "The bot does not answer."
      : !found.results.length ? "No results." : found.next ? html`<button type="button" class="link" onClick=${() => load(found.next)}>More results</button>` : ""}</p></div>`;
}

function Result({ result, grid }) {
  const url = result.thumbnail_url ?? result.photo_url ?? result.gif_url;
  const file = result.photo_file_id ?? result.gif_file_id ?? result.sticker_file_id;
  const picture = file ? fileUrl(file) : url && ownAddress(url);
  const title = result.title ?? result.caption ?? result.first_name ?? result.id;
  if (grid) return picture ? html`<img src=${picture} alt=${title} />` : html`<span class="no-picture" title="The picture lies on another server, which is not asked"><${Icon} name="photo" />${title}</span>`;
  return html`${picture ? html`<img src=${picture} alt="" />` : html`<span class="document-icon">${String(title)[0]?.toUpperCase()}</span>`}<span><b>${title}</b><small>${result.description ?? ""}</small></span>`;
}
