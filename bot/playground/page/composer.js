// Where a person writes: text, commands, pictures, places, and the bot's reply keyboard.
import { html, useEffect, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { kindOf, Place } from "./bubble.js";
import { act } from "./api.js";
import { openAddress, press, say, uploads } from "./acts.js";
import { changeChat, state, trying } from "./store.js";

export function Composer({ id, chat, person, bot }) {
  const field = useRef();
  const [menu, setMenu] = useState(false);
  const [attach, setAttach] = useState(false);
  const [keys, setKeys] = useState(true);
  const [pointed, setPointed] = useState(0);
  const draft = chat.draft;
  const typed = /^\/\w*$/.test(draft) ? draft.slice(1).toLowerCase() : null;
  const commands = menu ? chat.commands : typed === null ? [] : chat.commands.filter((one) => one.command.startsWith(typed));
  const keyboard = chat.keyboard?.keyboard ? chat.keyboard : null;
  useEffect(() => {
    const area = field.current;
    area.style.height = "auto";
    if (area.scrollHeight) area.style.height = `${Math.min(area.scrollHeight, 140)}px`; // none while the pane is hidden
  }, [draft]);
  useEffect(() => { if (chat.keyboard?.force_reply) changeChat(id, { replyTo: chat.keyboard.message_id }); }, [chat.keyboard]);
  useEffect(() => setKeys(true), [chat.keyboard]);
  const write = (text) => { changeChat(id, { draft: text }); setPointed(0); };
  const send = async (text) => {
    if (!text.trim()) return;
    const replyTo = chat.replyTo;
    changeChat(id, { draft: "", replyTo: null });
    setMenu(false);
    const sent = await say(id, text, replyTo);
    if (!sent) changeChat(id, (now) => ({ draft: now.draft || text, replyTo: now.replyTo ?? replyTo }));
  };
  const keyed = (event) => {
    if (event.isComposing) return;
    if (commands.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      setPointed((pointed + (event.key === "ArrowDown" ? 1 : -1) + commands.length) % commands.length);
    } else if (event.key === "Enter" && !event.shiftKey) {
      send(commands.length ? `/${commands[pointed]?.command ?? commands[0].command}` : draft);
    } else if (event.key === "Escape" && (menu || attach || chat.replyTo || typed !== null)) {
      setMenu(false);
      setAttach(false);
      changeChat(id, { replyTo: null, draft: typed === null ? draft : "" });
    } else return;
    event.preventDefault();
  };
  const paste = (event) => {
    const pictures = [...event.clipboardData.files].filter((file) => file.type.startsWith("image/"));
    if (!pictures.length) return;
    event.preventDefault();
    uploads(id, "photo", pictures, draft, chat.replyTo);
    changeChat(id, { draft: "", replyTo: null });
  };
  const replied = chat.replyTo && chat.messages.find((one) => one.message_id === chat.replyTo);
  return html`<div class="foot">
    ${commands.length > 0 && html`<ul class="commands" role="listbox" aria-label="Commands" id=${`commands-${id}`}>${commands.map((one, n) => html`
      <li key=${one.command} role="option" id=${`command-${id}-${n}`} aria-selected=${n === pointed} class=${n === pointed ? "pointed" : ""}
        onMouseDown=${(e) => { e.preventDefault(); send(`/${one.command}`); }}><b>/${one.command}</b><span>${one.description}</span></li>`)}</ul>`}
    ${attach && html`<${Attach} id=${id} chat=${chat} close=${() => setAttach(false)} />`}
    ${(chat.sheet === "location") && html`<${WhereSheet} id=${id} />`}
    ${replied && html`<div class="replying"><${Icon} name="reply" /><span><b>Reply to ${replied.from_bot ? bot?.first_name ?? "the bot" : "yourself"}</b>
      ${(replied.text ?? replied.caption ?? kindOf(replied)).slice(0, 90)}</span>
      <button type="button" class="quiet" aria-label="No reply" onClick=${() => changeChat(id, { replyTo: null })}><${Icon} name="close" /></button></div>`}
    <form class="compose" onSubmit=${(e) => { e.preventDefault(); send(draft); }}>
      ${chat.menuButton?.type === "web_app"
        ? html`<button type="button" class="menu-app" onClick=${() => openAddress(chat.menuButton.web_app.url)}>${chat.menuButton.text}</button>`
        : chat.commands.length > 0 && html`<button type="button" class="quiet" aria-label="Commands" aria-expanded=${menu} title="Commands"
            onClick=${() => { setMenu(!menu); setPointed(0); field.current.focus(); }}><${Icon} name=${menu ? "close" : "slash"} /></button>`}
      <textarea ref=${field} id=${`say-${id}`} rows="1" value=${draft} aria-label=${`Write as ${person.title}`}
        placeholder=${chat.keyboard?.input_field_placeholder ?? "Message"} aria-autocomplete="list"
        aria-activedescendant=${commands.length ? `command-${id}-${pointed}` : undefined}
        onInput=${(e) => write(e.target.value)} onKeyDown=${keyed} onPaste=${paste}></textarea>
      ${keyboard && html`<button type="button" class="quiet" aria-label="The bot's keyboard" aria-expanded=${keys} onClick=${() => setKeys(!keys)}><${Icon} name="keyboard" /></button>`}
      <button type="button" class="quiet" aria-label="Attach" aria-expanded=${attach} title="Attach" onClick=${() => setAttach(!attach)}><${Icon} name="clip" /></button>
      <button type="submit" class="send" aria-label="Send" disabled=${!draft.trim()}><${Icon} name="send" /></button>
    </form>
    ${keyboard && keys && html`<div class="reply-keys" role="group" aria-label="The bot's keyboard">${keyboard.keyboard.map((row, r) => html`<div key=${r}>
      ${row.map((one, c) => html`<button type="button" key=${c} onClick=${() => { press(id, r, c); if (keyboard.one_time_keyboard) setKeys(false); }}>${one.text ?? one}</button>`)}</div>`)}</div>`}
  </div>`;
}

function Attach({ id, chat, close }) {
  const pick = (kind, accept) => {
    const input = Object.assign(document.createElement("input"), { type: "file", accept, multiple: kind === "photo" });
    input.onchange = async () => {
      close();
      changeChat(id, { draft: "", replyTo: null });
      await uploads(id, kind, [...input.files], chat.draft, chat.replyTo);
    };
    input.click();
  };
  return html`<div class="attach" role="menu">
    <button type="button" role="menuitem" onClick=${() => pick("photo", "image/*")}><${Icon} name="photo" />Picture</button>
    <button type="button" role="menuitem" onClick=${() => pick("document", "")}><${Icon} name="file" />File</button>
    <button type="button" role="menuitem" onClick=${() => { close(); changeChat(id, { sheet: "location" }); }}><${Icon} name="pin" />Location</button>
    <button type="button" role="menuitem" onClick=${() => { close(); trying(act(id, "contact", {})); }}><${Icon} name="person" />Contact</button></div>`;
}

const START_AT = { latitude: 51.2068, longitude: 10.6121 };

function WhereSheet({ id }) {
  const [at, setAt] = useState(state.place ?? START_AT);
  const [error, setError] = useState("");
  const close = () => changeChat(id, { sheet: null });
  const send = async (event) => {
    event.preventDefault();
    if (!(Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180)) return setError("Latitude up to 90, longitude up to 180.");
    state.place = at;
    close();
    return trying(act(id, "location", at));
  };
  const input = (name) => html`<label>${name}<input type="number" step="any" required value=${at[name]}
    onInput=${(e) => setAt({ ...at, [name]: Number(e.target.value) })} /></label>`;
  return html`<form class="where" onSubmit=${send} aria-label="Share a location" onKeyDown=${(e) => e.key === "Escape" && close()}>
    <${Place} location=${at} title="Share this place" />
    <div class="where-fields">${input("latitude")}${input("longitude")}</div>${error && html`<p role="alert">${error}</p>`}
    <div class="where-buttons"><button type="button" onClick=${close}>Cancel</button><button type="submit" class="main">Send location</button></div></form>`;
}
