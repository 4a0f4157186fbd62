// The list of all chats, and new people in one click.
import { html, useState } from "./html.js";
import { Face, Icon } from "./icons.js";
import { post } from "./api.js";
import { chatOf, everyone, hide, show, shownPeople, trying, unread, useStore } from "./store.js";
import { kindOf, timeOf } from "./words.js";
import { loadShop } from "./stream.js";

export function People() {
  const all = useStore(everyone);
  const shown = useStore(shownPeople);
  useStore((s) => s.chats);
  return html`<div class="people"><ul>${all.map((person) => {
    const chat = chatOf(person.user_id);
    const message = chat.messages.at(-1);
    const on = shown.includes(person);
    const count = unread(chat);
    return html`<li key=${person.user_id}><button type="button" class="chat-row" onClick=${() => show(person.user_id)}>
        <${Face} person=${person} /><span class="chat-words"><b>${person.title}</b><small>${message
          ? `${message.from_bot ? "" : "You: "}${(message.text ?? message.caption ?? kindOf(message)).slice(0, 80)}` : person.hint}</small></span>
        <span class="chat-side"><time>${message ? timeOf(message.date) : ""}</time>${count > 0 && html`<span class="badge">${count}</span>`}</span></button>
      <button type="button" class=${`quiet ${on ? "on" : ""}`} aria-pressed=${on} aria-label=${`Show the chat of ${person.title}`}
        onClick=${() => (on ? hide(person.user_id) : show(person.user_id))}><${Icon} name="eye" /></button></li>`;
  })}</ul><${NewPerson} /></div>`;
}

const ROLES = ["consumer", "seller", "carrier", "coordinator", "admin"];

function NewPerson() {
  const [name, setName] = useState("");
  const [role, setRole] = useState("consumer");
  const [language, setLanguage] = useState("en");
  const [busy, setBusy] = useState(false);
  const add = async (event) => {
    event.preventDefault();
    setBusy(true);
    const pane = await trying(post("/play/people", { first_name: name, role, language }));
    setBusy(false);
    if (!pane) return;
    setName("");
    await loadShop();
    show(pane.user_id);
  };
  return html`<form class="new-person" onSubmit=${add}><h3>Somebody new</h3>
    <label>First name<input required maxlength="64" value=${name} placeholder="Kim" onInput=${(e) => setName(e.target.value)} /></label>
    <label>Role<select value=${role} onChange=${(e) => setRole(e.target.value)}>${ROLES.map((one) => html`<option key=${one}>${one}</option>`)}</select></label>
    <label>Language<select value=${language} onChange=${(e) => setLanguage(e.target.value)}><option value="en">English</option><option value="de">Deutsch</option>
      <option value="fr">Français</option><option value="es">Español</option><option value="it">Italiano</option><option value="ja">日本語</option></select></label>
    <button type="submit" class="main" disabled=${busy}><${Icon} name="plus" />Add</button></form>`;
}
