// The sheet behind "?".
import { html } from "./html.js";
import { KEYS } from "./keys.js";
import { Sheet } from "./overlay.js";
import { change, useStore } from "./store.js";

export function Shortcuts({ tabs }) {
  const on = useStore((s) => s.keys);
  const rows = [...KEYS.slice(0, -2), ...tabs.filter((one) => one.key).map((one) => [one.key, `Panel: ${one.title}`]), ...KEYS.slice(-2)];
  return html`<${Sheet} label="Keys" title="Keys" kind="keys-sheet" onClose=${() => change({ help: false })}>
    <div class="keys-list"><table><thead><tr><th scope="col">Key</th><th scope="col">What it does</th></tr></thead>
      <tbody>${rows.map(([key, words]) => html`<tr key=${key}><td><kbd>${key}</kbd></td><td>${words}</td></tr>`)}</tbody></table>
    <label><input type="checkbox" checked=${on} onChange=${(e) => change({ keys: e.target.checked })} />Single keys act, where nothing is being typed</label></div><//>`;
}
