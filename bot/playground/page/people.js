// The list of all chats, and new people in one click.
import { html, useState } from "./html.js";
import { Face, Icon, partOf } from "./icons.js";
import { act, post } from "./api.js";
import { chatOf, everyone, hide, show, shownPeople, state, trying, unread, useStore } from "./store.js";
import { kindOf, timeOf } from "./words.js";
import { loadShop } from "./stream.js";

export function People() {
  const all = useStore(everyone);
  const shown = useStore(shownPeople);
  const [open, setOpen] = useState(null);
  useStore((s) => s.chats);
  return html`<div class="people"><${NewPerson} /><ul aria-label="All chats">${all.map((person) => html`<${Row} key=${person.user_id} person=${person} on=${shown.includes(person)}
    open=${open === person.user_id} toggle=${() => setOpen(open === person.user_id ? null : person.user_id)} />`)}</ul></div>`;
}

function Row({ person, on, open, toggle }) {
  const user = useStore((s) => s.users[person.user_id]);
  const chat = chatOf(person.user_id);
  const message = chat.messages.at(-1);
  const count = unread(chat);
  const last = message ? `${message.from_bot ? "" : "You: "}${(message.text ?? message.caption ?? kindOf(message)).slice(0, 80)}` : person.hint;
  return html`<li class=${open ? "opened" : ""}><div class="person-line"><button type="button" class="chat-row" onClick=${() => show(person.user_id)}>
        <${Face} person=${person} /><span class="chat-words"><b>${person.title}</b><small>${last}</small></span>
        <span class="chat-side"><time>${message ? timeOf(message.date) : ""}</time>${user?.blocked ? html`<span class="mark bad">blocked</span>` : !user?.started ? html`<span class="mark">not met</span>`
          : count > 0 && html`<span class="badge">${count}</span>`}</span></button>
      <button type="button" class="quiet" aria-expanded=${open} aria-label=${`About ${person.title}`} title="About this person" onClick=${toggle}><${Icon} name="down" /></button>
      <button type="button" class=${`quiet ${on ? "on" : ""}`} aria-pressed=${on} aria-label=${`Show the chat of ${person.title}`}
        onClick=${() => (on ? hide(person.user_id) : show(person.user_id))}><${Icon} name="eye" /></button></div>
    ${open && html`<${About} person=${person} user=${user} />`}</li>`;
}

/** Who somebody is to the messenger, and what can be done about it. */
function About({ person, user }) {
  const [payload, setPayload] = useState("");
  const id = person.user_id;
  const begin = (event) => {
    event.preventDefault();
    show(id);
    trying(act(id, "start", { payload: payload.trim() }));
  };
  return html`<div class="about-person"><dl><dt>Part</dt><dd>${partOf(person)}${person.works_for ? ` at ${person.works_for}` : ""}</dd><dt>Account</dt><dd>${id}${user?.username ? ` · @${user.username}` : ""}</dd>
      <dt>Language</dt><dd>${LANGUAGES[user?.language_code] ?? user?.language_code ?? "none"}</dd><dt>The bot</dt><dd>${user?.blocked ? "is blocked" : user?.started ? "was started" : "has never been met"}</dd></dl>
    <form onSubmit=${begin}><label>Follow a link t.me/bot?start=<input value=${payload} pattern="[A-Za-z0-9_\\-]{0,64}" maxlength="64" placeholder="nothing" title="Letters, digits, _ and -, at most 64"
      onInput=${(e) => setPayload(e.target.value)} /></label><button type="submit">${user?.started ? "Start again" : "Start"}</button>
      ${user?.started && html`<button type="button" onClick=${() => trying(act(id, user.blocked ? "unblock" : "block", {}))}>${user.blocked ? "Unblock the bot" : "Block the bot"}</button>`}</form></div>`;
}

const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", es: "Español", it: "Italiano", pl: "Polski", tr: "Türkçe", ja: "日本語" };
const NAMES = {
  en: "Ada Noah Kim Grace Ethan Ruby Alice Henry", de: "Lotte Jakob Greta Emil Frieda Anton Klara Theo", fr: "Camille Hugo Élise Louis Margaux Jules Agathe Rémi",
  es: "Lucía Mateo Inés Diego Carmen Pablo Alba Hugo", it: "Giulia Marco Sofia Dario Elena Pietro Irene Luca", pl: "Zofia Jan Hanna Olek Maja Adam Ewa Kuba",
  tr: "Elif Deniz Defne Can Zeynep Emre Ada Mert", ja: "結衣 蓮 さくら 陽翔 葵 悠真 美月 大和",
};
const KINDS = [
  { role: "consumer", title: "New customer" }, { role: "seller", title: "New seller", at: "shop" }, { role: "carrier", title: "New courier", at: "delivery service" },
  { role: "coordinator", title: "New coordinator" }, { role: "admin", title: "New admin" }, { role: "guest", title: "As a new user" },
];

function someName(language) {
  const taken = new Set(Object.values(state.users).map((one) => one.first_name));
  const names = NAMES[language].split(" ");
  const free = names.filter((one) => !taken.has(one));
  return (free.length ? free : names)[Math.floor(Math.random() * (free.length || names.length))];
}

/** One click makes a person; name, language and place of work may be chosen before. */
function NewPerson() {
  const [language, setLanguage] = useState("en");
  const [name, setName] = useState("");
  const [places, setPlaces] = useState({});
  const [busy, setBusy] = useState(false);
  const all = useStore(everyone);
  const workplaces = (role) => [...new Set(all.filter((one) => one.role === role && one.works_for).map((one) => one.works_for))];
  const add = async (role) => {
    const first_name = name.trim() || someName(language);
    setBusy(true);
    const made = await trying(role === "guest" ? post("/control/users", { first_name, language_code: language })
      : post("/play/people", { first_name, role, language, works_for: places[role] ?? "" }));
    setBusy(false);
    if (!made) return;
    setName("");
    await loadShop();
    show(made.user_id ?? made.id);
  };
  return html`<section class="new-person" aria-label="Somebody new"><h3>Somebody new</h3>
    <label>First name<input maxlength="64" value=${name} placeholder="any name" onInput=${(e) => setName(e.target.value)} /></label>
    <label>Language<select value=${language} onChange=${(e) => setLanguage(e.target.value)}>${Object.entries(LANGUAGES).map(([code, title]) => html`<option key=${code} value=${code}>${title}</option>`)}</select></label>
    ${KINDS.filter((kind) => kind.at).map((kind) => html`<label key=${kind.role}>${kind.at === "shop" ? "Seller’s shop" : "Courier’s service"}<select value=${places[kind.role] ?? ""} onChange=${(e) => setPlaces({ ...places, [kind.role]: e.target.value })}>
      <option value="">any</option>${workplaces(kind.role).map((place) => html`<option key=${place}>${place}</option>`)}</select></label>`)}
    <div class="new-kinds">${KINDS.map((kind) => html`<button type="button" key=${kind.role} disabled=${busy} class=${kind.role === "guest" ? "main" : ""} onClick=${() => add(kind.role)}
      title=${kind.role === "guest" ? "Has never met the bot: opens with START, as in Telegram" : `Known to the shop as ${partOf(kind)} at once`}><${Icon} name=${kind.role === "guest" ? "person" : kind.role} />${kind.title}</button>`)}</div></section>`;
}
