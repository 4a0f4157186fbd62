// Puts the page together.
import { html, render, useEffect, useState } from "./html.js";
import { Bar, Notices, Overlay, Progress } from "./frame.js";
import { Pane } from "./pane.js";
import { Icon } from "./icons.js";
import { Guide } from "./guide.js";
import { Why } from "./why.js";
import { Log } from "./log.js";
import { People } from "./people.js";
import { change, everyone, shownPeople, state, unread, useStore } from "./store.js";
import { open } from "./stream.js";

/** The side panel's tabs; a new one is a line here. */
const TABS = [
  { id: "guide", title: "Guide", view: Guide },
  { id: "why", title: "Why", view: Why },
  { id: "log", title: "Log", view: Log },
  { id: "people", title: "People", view: People },
  { id: "script", title: "Script", view: later(() => import("./script.js"), "Script") },
];

/** A view whose module is fetched when it is first shown. */
function later(load, name) {
  let found = null;
  return function Later() {
    const [View, setView] = useState(() => found);
    useEffect(() => { if (!View) load().then((module) => { found = module[name]; setView(() => found); }); }, []);
    return View ? html`<${View} />` : html`<p class="nothing">One moment…</p>`;
  };
}

function App() {
  const phase = useStore((s) => s.phase);
  const panel = useStore((s) => s.panel);
  useTitle();
  return html`<${Bar} /><${Progress} />
    <main class=${panel ? "with-panel" : ""}>${phase === "loading" ? html`<p class="boot">Opening the playground…</p>` : html`<${Panes} />`}
      ${panel && html`<${Panel} />`}</main>
    <${Overlay} /><${Notices} />`;
}

function Panes() {
  const shown = useStore(shownPeople);
  const active = useStore((s) => s.active);
  const current = shown.find((one) => one.user_id === active) ?? shown[0];
  if (!shown.length) return html`<div class="panes"><${Nobody} /></div>`;
  return html`<div class="panes" aria-label="Chats">${shown.map((person) => html`<${Pane} key=${person.user_id} person=${person} active=${person === current} />`)}</div>`;
}

function Nobody() {
  const starting = useStore((s) => s.starting);
  return html`<div class="boot"><h2>${starting ? "The shop is opening" : "Nobody here yet"}</h2>
    <p>${starting ? "The town, its sellers and its shelves are being put in place." : "Add somebody under People."}</p></div>`;
}

function Panel() {
  const tab = useStore((s) => s.tab);
  const violations = useStore((s) => s.violations.length);
  const current = TABS.find((one) => one.id === tab) ?? TABS[0];
  const keyed = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = TABS[(TABS.indexOf(current) + step + TABS.length) % TABS.length];
    change({ tab: next.id });
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return html`<aside class="panel" aria-label="Guide, reasons and log"><div class="tabs" role="tablist" onKeyDown=${keyed}>
      ${TABS.map(({ id, title }) => html`<button type="button" role="tab" key=${id} id=${`tab-${id}`} aria-selected=${current.id === id} aria-controls="tab-view"
        tabindex=${current.id === id ? 0 : -1} onClick=${() => change({ tab: id })}>${title}${id === "log" && violations > 0 && html`<span class="badge bad">${violations}</span>`}</button>`)}
      <button type="button" class="quiet" aria-label="Close the panel" onClick=${() => change({ panel: false })}><${Icon} name="close" /></button></div>
    <div class="tab-view" id="tab-view" role="tabpanel" aria-labelledby=${`tab-${current.id}`}><${current.view} /></div></aside>`;
}

function useTitle() {
  const count = useStore((s) => everyone(s).reduce((sum, one) => sum + (s.chats[one.user_id] ? unread(s.chats[one.user_id]) : 0), 0));
  useEffect(() => { document.title = `${count ? `(${count}) ` : ""}Errand · playground`; }, [count]);
}

document.documentElement.dataset.theme = state.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
if (state.panel === null) change({ panel: matchMedia("(min-width: 1100px)").matches });
const root = document.getElementById("app");
root.textContent = "";
render(html`<${App} />`, root);
open();
