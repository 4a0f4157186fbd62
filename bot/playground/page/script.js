// Scripts: what was done here as a file or a test, and files played before one's eyes. Fetched when the tab is first opened.
import { html, useEffect, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { get, post } from "./api.js";
import { change, notice, show, shownPeople, state, trying, useStore } from "./store.js";

const PACES = [["as fast as it goes", 0], ["a second between steps", 1], ["three seconds between steps", 3], ["step by step", "step"]];
const MARKS = { "as expected": "✓", differs: "✗", playing: "▸", "not played": "–", "to come": "" };
const ASK_FIRST = "Play from nothing? All chats and orders of the playground are deleted first.";

async function refresh() {
  const told = await get("/play/script/state").catch(() => null);
  if (told) change({ scripts: told, script: told.run ? { run: told.run, steps: told.steps } : null });
}

async function begin(wish) {
  if (!confirm(ASK_FIRST)) return null;
  try {
    await post("/play/script", wish);
    await refresh();
    return null;
  } catch (error) {
    return error.message;
  }
}

export function Script() {
  const script = useStore((s) => s.script);
  const chats = useStore((s) => s.chats);
  const timer = useRef();
  const [pace, setPace] = useState(0);
  useEffect(() => { // what is said above about the record follows what happens in the chats
    clearTimeout(timer.current);
    timer.current = setTimeout(refresh, 400);
    return () => clearTimeout(timer.current);
  }, [chats, script?.run.id, script?.run.ended]);
  const busy = Boolean(script && !script.run.ended);
  return html`<div class="script">${script && html`<${Running} script=${script} />`}
    <${Recorded} busy=${busy} pace=${pace} /><${ToPlay} busy=${busy} pace=${pace} setPace=${setPace} /></div>`;
}

function Recorded({ busy, pace }) {
  const recorded = useStore((s) => s.scripts?.recorded);
  const [title, setTitle] = useState("");
  const [text, setText] = useState(null);
  if (!recorded) return null;
  const query = title.trim() ? `?title=${encodeURIComponent(title.trim())}` : "";
  const none = recorded.acts === 0;
  const read = async () => {
    const answer = await fetch(`/play/script${query}`);
    if (answer.ok) return answer.text();
    notice((await answer.json()).error, "error");
    return null;
  };
  const again = async () => {
    const words = await read();
    const wrong = words && await begin({ text: words, pause: pace, source: "what you did" });
    if (wrong) notice(wrong, "error");
  };
  return html`<section><h3>What you did</h3>
    <p>${none ? "Nothing yet since the last reset." : html`<b>${recorded.acts} ${recorded.acts === 1 ? "act" : "acts"}</b> since the last reset${recorded.free_text ? ", with free text" : ""}.`}
      ${recorded.full && html` <b class="reason">The record is full: what comes now is not in it.</b>`}</p>
    <details><summary>What is recorded</summary><p>What people do in the chats and on the card page, jumps of time and faults, in order; behind each act, what the bot then showed.
      It lies in the playground's folder on this machine until the next reset, and survives a restart. Codes, times and dates are written as “…”.
      Files that were sent are in it; the number of a card only if it is one of the test cards. Not in it: looking at pages, groups, moved live locations, the switches of single calls.</p></details>
    <label>Title<input maxlength="100" value=${title} placeholder="Played in the playground" onInput=${(e) => setTitle(e.target.value)} /></label>
    <div class="saves">${none ? "" : html`<a class="button" href=${`/play/script${query}`} download><${Icon} name="file" />Save the script</a>
      <a class="button" href=${`/play/script/test${query}`} download title="A file for tests/journeys, which passes"><${Icon} name="check" />Save as a journey test</a>`}
      <button type="button" class="button" disabled=${none} aria-expanded=${text !== null} onClick=${async () => setText(text === null ? await read() : null)}><${Icon} name="eye" />${text === null ? "Show it" : "Hide it"}</button>
      <button type="button" class="button" disabled=${none || busy} onClick=${again}><${Icon} name="reset" />Play it again</button></div>
    ${text !== null && html`<pre tabindex="0" aria-label="The script">${text}</pre>`}</section>`;
}

function ToPlay({ busy, pace, setPace }) {
  const scenarios = useStore((s) => s.scripts?.scenarios) ?? [];
  const ready = useStore((s) => s.progress?.stage === "ready");
  const [text, setText] = useState("");
  const [source, setSource] = useState("script");
  const [wrong, setWrong] = useState(null);
  const play = async (wish) => setWrong(await begin({ pause: pace, ...wish }));
  const choose = async (event) => {
    const file = event.target.files[0];
    event.target.value = "";
    if (!file) return;
    setText(await file.text());
    setSource(file.name);
    setWrong(null);
  };
  return html`<section><h3>Play a script</h3>
    <label>Pace<select value=${pace} onChange=${(e) => setPace(e.target.value === "step" ? "step" : Number(e.target.value))}>
      ${PACES.map(([words, value]) => html`<option key=${value} value=${value}>${words}</option>`)}</select></label>
    <ul class="scenarios">${scenarios.map((one) => html`<li key=${one.name}><button type="button" class="scenario" disabled=${busy || (one.free_text && !ready)} aria-label=${`Play: ${one.title}`}
        title=${one.free_text && !ready ? "Wants the dialogue engine, which is not ready" : "Play it from nothing"} onClick=${() => play({ scenario: one.name })}>
        <span><b>${one.title}</b><small>${one.steps} steps${one.free_text ? " · free text" : ""}</small></span><${Icon} name="play" /></button></li>`)}</ul>
    <label>Or one of your own, pasted or from a file<textarea rows="5" spellcheck=${false} value=${text} placeholder=${"errand-script: 1\ntitle: Hello\nsteps:\n  - mia starts\n  - mia sees: Hello Mia"}
      onInput=${(e) => { setText(e.target.value); setWrong(null); }}></textarea></label>
    <div class="row"><label class="button file"><${Icon} name="clip" />Choose a file<input type="file" accept=".yml,.yaml,text/yaml,text/plain" onChange=${choose} /></label>
      <button type="button" class="main" disabled=${busy || !text.trim()} onClick=${() => play({ text, source })}><${Icon} name="next" />Play it</button></div>
    ${wrong && html`<p class="reason" role="alert">${wrong}</p>`}</section>`;
}

function Running({ script }) {
  const { run, steps } = script;
  const done = steps.filter((step) => ["as expected", "differs", "not played"].includes(step.state)).length;
  const current = steps.find((step) => step.state === "playing") ?? (run.ended ? null : steps[done]);
  const waits = useStore((s) => run.state === "beginning" && !s.starting && s.progress?.stage !== "ready");
  const line = useRef();
  useEffect(() => line.current?.scrollIntoView({ block: "nearest" }), [current?.number]);
  useEffect(() => { if (current && run.pause !== 0) bring(current.who); }, [current?.number]);
  const different = steps.filter((step) => step.state === "differs").length;
  return html`<section class="run" aria-label="The script that plays"><h3>${run.title}</h3>
    <p role="status" class=${run.state === "differed" || run.state === "failed" ? "reason" : ""}>${run.words || (waits && "Waiting for the dialogue engine") || `${run.state[0].toUpperCase()}${run.state.slice(1)}`}${different > 0 ? `, ${different} ${different === 1 ? "step" : "steps"}` : ""} · ${done} of ${steps.length}</p>
    <progress max=${steps.length} value=${done} aria-label="Steps played"></progress>
    ${!run.ended && html`<div class="row"><button type="button" class="button" onClick=${() => trying(post("/play/script/stop"))}><${Icon} name="close" />Stop</button>
      ${run.pause !== 0 && html`<button type="button" class="main" onClick=${() => trying(post("/play/script/next"))}><${Icon} name="next" />Next step</button>`}</div>`}
    <ol tabindex="0" aria-label="Steps">${steps.map((step) => html`<li key=${step.number} ref=${step === current ? line : undefined} class=${step.state.replace(" ", "-")} aria-current=${step === current ? "step" : undefined}>
      <span class="mark" aria-label=${step.state}>${MARKS[step.state]}</span><div><p>${step.step}</p>
      ${step.state === "differs" && html`<dl><dt>expected</dt><dd>${step.expected}</dd><dt>seen</dt><dd>${step.seen}</dd></dl>`}</div></li>`)}</ol></section>`;
}

const keyOf = (name) => name.normalize("NFKD").replace(/[^\w]/g, "").toLowerCase();

/** The pane of whoever acts, where it is not shown yet. */
function bring(who) {
  const user = Object.values(state.users).find((one) => keyOf(one.first_name) === who);
  if (user && !shownPeople(state).some((one) => one.user_id === user.id)) show(user.id);
}
