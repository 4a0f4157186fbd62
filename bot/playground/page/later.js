// Parts that are fetched when they are first needed: a module's view, with its style sheet.
import { html, useEffect, useState } from "./html.js";
import { notice } from "./store.js";

const sheets = {};

/** Resolves when the style sheet is in force. */
export function styled(name) {
  sheets[name] ??= new Promise((done) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `/page/style/${name}.css`, onload: done, onerror: done });
    document.head.append(link);
  });
  return sheets[name];
}

/** `later(() => import("./map.js"), "Place")`: the view of that name, drawn as soon as it is there. */
export function later(load, name, sheet = "more") {
  let view = null;
  return function Later(props) {
    const [, redraw] = useState(0);
    useEffect(() => {
      if (view) return;
      Promise.all([load(), styled(sheet)]).then(([module]) => { view = module[name]; redraw(1); },
        () => notice("This part of the page could not be fetched; is the playground still running?", "error"));
    }, []);
    return view && html`<${view} ...${props} />`;
  };
}
