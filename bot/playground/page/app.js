// Puts the page together.
import { html, render, useEffect } from "./html.js";
import { Bar, Notices } from "./frame.js";
import { Pane } from "./pane.js";
import { Icon } from "./icons.js";
import { later } from "./later.js";
import { activePerson, activeFaults, change, everyone, shownPeople, state, unread, useStore } from "./store.js";
import { open } from "./stream.js";

/** The side panel's tabs; a new one is a line here: its module and its style sheet are fetched when it is first opened. `key` opens it. */
const TABS = [
  { id: "guide", title: "Guide", key: "g", view: later(() => import("./guide.js"), "Guide", "guide") },
  { id: "why", title: "Why", key: "y", view: later(() => import("./why.js"), "Why", "why") },
  { id: "log", title: "Log", key: "l", view: later(() => import("./log.js"), "Log", "log") },
  { id: "faults", title: "Faults", key: "f", view: later(() => import("./faults.js"), "Faults", "faults") },
  { id: "people", title: "People", key: "p", view: later(() => import("./people.js"), "People", "people") },
  { id: "script", title: "Script", key: "s", view: later(() => import("./script.js"), "Script", "script") },
];

const NextStep = later(() => import("./nextstep.js"), "NextStep", "tour");
const Progress = later(() => import("./progress.js"), "Progress", "progress");
const Overlay = later(() => import("./overlay.js"), "Overlay", "overlay");
const Shortcuts = later(() => import("./shortcuts.js"), "Shortcuts", "overlay");

function App() {
  const phase = useStore((s) => s.phase);
  const panel = useStore((s) => s.panel);
  const waiting = useStore((s) => Boolean(s.starting) || (s.progress?.fraction ?? 1) < 1);
  const overlay = useStore((s) => s.overlay);
  const help = useStore((s) => s.help);
  const touring = useStore((s) => Boolean(s.done.tour) && s.phase !== "loading");
  useTitle();
  return html`<a class="skip" href="#chats">To the chats</a><${Bar} />${waiting && html`<${Progress} />`}${touring && html`<${NextStep} />`}
    <div class="desk"><main id="chats" aria-label="Chats" tabindex="-1" onFocusIn=${noticeActive}>
        ${phase === "loading" ? html`<p class="boot">Opening the playground…</p>` : html`<${Panes} />`}</main>
      ${panel && html`<${Panel} />`}</div>
    ${overlay && html`<${Overlay} />`}${help && html`<${Shortcuts} tabs=${TABS} />`}<${Notices} />`;
}

function Panes() {
  const shown = useStore(shownPeople);
  const current = useStore(activePerson);
  if (!shown.length) return html`<div class="panes"><${Nobody} /></div>`;
  return html`<div class="panes">${shown.map((person) => html`<${Pane} key=${person.user_id} person=${person} active=${person === current} />`)}</div>`;
}

/** The chat that was clicked or walked into is the one that keys act on. */
function noticeActive(event) {
  const user = Number(event.target.closest?.(".pane")?.dataset.user);
  if (user && user !== state.active) change({ active: user });
}

function Nobody() {
  const starting = useStore((s) => s.starting);
  return html`<div class="boot"><h2>${starting ? "The shop is opening" : "Nobody here yet"}</h2>
    <p>${starting ? "The town, its sellers and its shelves are being put in place." : "Add somebody under People."}</p></div>`;
}

const BADGES = {
  log: { count: (s) => s.violations.length, words: "violations of the Bot API" },
  faults: { count: activeFaults, words: "switched on" },
};

function Panel() {
  const tab = useStore((s) => s.tab);
  const current = TABS.find((one) => one.id === tab) ?? TABS[0];
  const keyed = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = TABS[(TABS.indexOf(current) + step + TABS.length) % TABS.length];
    change({ tab: next.id });
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return html`<aside class="panel" aria-label="Guide, reasons and log"><div class="tabs-row"><div class="tabs" role="tablist" aria-label="Panel" onKeyDown=${keyed}>
      ${TABS.map(({ id, title }) => html`<button type="button" role="tab" key=${id} id=${`tab-${id}`} aria-selected=${current.id === id} aria-controls="tab-view"
        tabindex=${current.id === id ? 0 : -1} onClick=${() => change({ tab: id })}>${title}<${TabBadge} id=${id} /></button>`)}</div>
      <button type="button" class="quiet" aria-label="Close the panel" onClick=${() => change({ panel: false })}><${Icon} name="close" /></button></div>
    <div class="tab-view" id="tab-view" role="tabpanel" aria-labelledby=${`tab-${current.id}`} tabindex="-1" key=${current.id}><${current.view} /></div></aside>`;
}

function TabBadge({ id }) {
  const count = useStore((s) => BADGES[id]?.count(s) ?? 0);
  return count > 0 && html`<span class="badge bad" aria-label=${`${count} ${BADGES[id].words}`}>${count}</span>`;
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
const early = []; // keys pressed before their module is there
function wake(event) {
  if (early.push(event) > 1) return;
  import("./keys.js").then(({ listen }) => { removeEventListener("keydown", wake); listen(TABS, early); }, () => { early.length = 0; });
}
addEventListener("keydown", wake);
open();
