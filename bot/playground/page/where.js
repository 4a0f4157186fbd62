// Sharing a place: the map is moved under the pin by dragging, by arrow keys, or by numbers; still or live.
import { html, useRef, useState } from "./html.js";
import { HOME } from "./town.js";
import { TownMap } from "./map.js";
import { acting } from "./acts.js";
import { useFocusKept } from "./pane.js";
import { changeChat, state } from "./store.js";

const PERIODS = [[900, "15 minutes"], [3600, "1 hour"], [28800, "8 hours"]];
const SCALES = [1.5, 3, 6, 12];

export function WhereSheet({ id }) {
  const [at, setAt] = useState(state.place ?? HOME);
  const [scale, setScale] = useState(1);
  const [live, setLive] = useState(0);
  const [error, setError] = useState("");
  const root = useRef();
  useFocusKept(root, ".movable");
  const close = () => changeChat(id, { sheet: null });
  const move = (place) => { setAt(place); setError(""); };
  const send = (event) => {
    event.preventDefault();
    if (!(Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180)) return setError("A latitude goes up to 90, a longitude up to 180.");
    state.place = at;
    close();
    return acting(id, "location", live ? { ...at, live_period: live } : at);
  };
  const number = (name) => html`<label>${name}<input type="number" step="any" required value=${at[name]}
    onInput=${(e) => move({ ...at, [name]: Number(e.target.value) })} /></label>`;
  const fits = Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180;
  return html`<form class="where" onSubmit=${send} aria-label="Share a location" ref=${root} onKeyDown=${(e) => e.key === "Escape" && close()}>
    <div class="place"><${TownMap} center=${fits ? at : HOME} scale=${SCALES[scale]} height=${170} onMove=${move} label="Map: drag it, or use the arrow keys, to put the pin where you are" />
      <div class="zoom"><button type="button" aria-label="Nearer" disabled=${scale === 0} onClick=${() => setScale(scale - 1)}>+</button>
        <button type="button" aria-label="Farther" disabled=${scale === SCALES.length - 1} onClick=${() => setScale(scale + 1)}>−</button></div></div>
    <p class="hint">Drag the map, or move it with the arrow keys.</p>
    <div class="where-fields">${number("latitude")}${number("longitude")}
      <label>shared<select value=${live} onChange=${(e) => setLive(Number(e.target.value))}><option value="0">once</option>
        ${PERIODS.map(([seconds, words]) => html`<option key=${seconds} value=${seconds}>live, ${words}</option>`)}</select></label></div>
    ${error && html`<p role="alert">${error}</p>`}
    <div class="where-buttons"><button type="button" onClick=${close}>Cancel</button><button type="submit" class="main">${live ? "Share live location" : "Send location"}</button></div></form>`;
}
