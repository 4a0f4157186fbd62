// How far the first start is: the shop's opening, then the dialogue engine's installation, training and start.
import { html, useEffect, useState } from "./html.js";
import { Icon } from "./icons.js";
import { post } from "./api.js";
import { change, trying, useStore } from "./store.js";

const STEPS = [
  { stage: "installing", title: "Installing the dialogue engine", short: "Install", usual: "A minute or so, on the first start only" },
  { stage: "training", title: "Training it on the shop’s sentences", short: "Train", usual: "Some four minutes, once for each change of its sentences" },
  { stage: "starting", title: "Starting the dialogue engine", short: "Start", usual: "Some ten seconds" },
];
const MEANWHILE = "Meanwhile links, lists, buttons and commands work; other free text is answered with buttons.";

export function Progress() {
  const progress = useStore((s) => s.progress);
  const starting = useStore((s) => s.starting);
  const elapsed = useElapsed(progress);
  if (!progress || (progress.fraction >= 1 && !starting)) return null;
  const at = STEPS.findIndex((one) => one.stage === progress.stage);
  const step = STEPS[at];
  const failed = progress.stage === "failed";
  const percent = Math.round(progress.fraction * 100);
  const title = failed ? "The dialogue engine did not come up" : step?.title ?? "Opening the shop";
  const detail = failed ? "" : progress.detail || step?.usual || starting || "";
  return html`<section class=${`progress ${failed ? "failed" : ""}`} aria-label="First start">
    <p role="status"><b>${title}</b>${detail && html`<span>${detail}</span>`}</p>
    ${failed ? html`<${Failed} detail=${progress.detail} />` : html`
      ${at >= 0 && html`<ol class="progress-steps">${STEPS.map(({ short }, n) => html`<li key=${short} class=${n < at ? "done" : n === at ? "now" : ""} aria-current=${n === at ? "step" : undefined}>
        ${n < at && html`<${Icon} name="check" label="Done:" />`}${short}</li>`)}</ol>`}
      <span class="percent" aria-hidden="true">${elapsed}</span>`}
    <p class="meanwhile">${starting ? "The page is ready already; the chats come with the shop." : MEANWHILE}</p>
    ${!failed && html`<div class="progress-track" role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow=${percent} aria-label="Dialogue engine"
      aria-valuetext=${`${title}, ${percent} %`}><i style=${{ width: `${Math.max(percent, 2)}%` }}></i></div>`}</section>`;
}

/** Why, in the words of what failed, and the next step. */
function Failed({ detail }) {
  const [busy, setBusy] = useState(false);
  const again = async () => {
    setBusy(true);
    const progress = await trying(post("/play/engine/retry"));
    if (progress) change({ progress });
    setBusy(false);
  };
  return html`<button type="button" class="main" disabled=${busy} onClick=${again}><${Icon} name="reset" />Try again</button>
    <p class="failed-why">Can this machine reach the package registry, and is there half a gigabyte left on its disk? Then try again.</p>
    <details class="failed-why"><summary>What was said</summary><pre tabindex="0">${detail}</pre></details>`;
}

/** How long this stage has lasted, as 2:05, counted on between two looks at the server. */
function useElapsed(progress) {
  const [from, setFrom] = useState(Date.now());
  const [, tick] = useState(0);
  useEffect(() => { setFrom(Date.now() - 1000 * (progress?.seconds ?? 0)); }, [progress?.stage, progress?.seconds]);
  useEffect(() => { const timer = setInterval(() => tick((n) => n + 1), 1000); return () => clearInterval(timer); }, []);
  const seconds = Math.max(0, Math.round((Date.now() - from) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
