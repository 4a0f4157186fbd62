// Parts of the page that are fetched when they are first wanted, each with a style sheet of its own.
import { html, useEffect, useState } from "./html.js";

/** A component whose module is fetched when it is first shown: `later(() => import("./log.js"), "Log", "log")`. */
export function later(load, name, sheet = "more") {
  let view = null;
  return function Later(props) {
    const [failed, setFailed] = useState(false);
    const [, redraw] = useState(0);
    const ask = () => {
      setFailed(false);
      Promise.all([load(), styled(sheet)]).then(([module]) => { view = module[name]; redraw((n) => n + 1); }, () => setFailed(true));
    };
    useEffect(() => { // it may have come for another one since this one was drawn
      if (view) redraw((n) => n + 1);
      else ask();
    }, []);
    if (view) return html`<${view} ...${props} />`;
    return failed ? html`<div class="nothing" role="alert"><p>This part of the page could not be fetched. Is the playground still running?</p>
      <button type="button" class="main" onClick=${ask}>Try again</button></div>` : null;
  };
}

const sheets = {};

/** Resolves once the style sheet is there, so that nothing is drawn without it. */
export function styled(name) {
  sheets[name] ??= new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `/page/style/${name}.css`, onload: done });
    link.onerror = () => { delete sheets[name]; link.remove(); failed(new Error(name)); };
    document.head.append(link);
  });
  return sheets[name];
}
