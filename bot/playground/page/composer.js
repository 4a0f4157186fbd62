// Where a person writes: text, commands, the bot's reply keyboard; what is rarer is fetched when it is opened.
import { html, useEffect, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { wordsOf } from "./words.js";
import { editable } from "./messages.js";
import { acting, keyboardOf, openMenuApp, press, say, writer } from "./acts.js";
import { changeChat, chatOf, state } from "./store.js";
import { later } from "./later.js";

const Attach = later(() => import("./attach.js"), "Attach");
const FilesSheet = later(() => import("./attach.js"), "FilesSheet");
const WhereSheet = later(() => import("./where.js"), "WhereSheet");
const Inline = later(() => import("./inline.js"), "Inline");
const WriteAs = later(() => import("./groups.js"), "WriteAs");

const DRAFTS = "errand-drafts";
const TALLEST_PIXELS = 140;

export function Composer({ id, chat, group, person, bot }) {
  const field = useRef();
  const [menu, setMenu] = useState(false);
  const [attach, setAttach] = useState(false);
  const [keys, setKeys] = useState(true);
  const [pointed, setPointed] = useState(0);
  const draft = chat.draft;
  const typed = /^\/\w*$/.test(draft) ? draft.slice(1).toLowerCase() : null;
  const commands = menu ? chat.commands : typed === null ? [] : chat.commands.filter((one) => one.command.startsWith(typed));
  const given = keyboardOf(id);
  const keyboard = given?.keyboard ? given : null;
  const asks = bot?.username && new RegExp(`^@${bot.username}\\s(.*)$`, "is").exec(draft);
  const edited = chat.editing && chat.messages.find((one) => one.message_id === chat.editing);
  const replied = chat.replyTo && chat.messages.find((one) => one.message_id === chat.replyTo);
  useDraftKept(id, draft);
  useEffect(() => {
    const area = field.current;
    area.style.height = "auto";
    if (area.scrollHeight) area.style.height = `${Math.min(area.scrollHeight, TALLEST_PIXELS)}px`; // none while the pane is hidden
  }, [draft]);
  useEffect(() => { if (given?.force_reply) changeChat(id, { replyTo: given.message_id }); }, [given]);
  useEffect(() => setKeys(true), [given]);
  const write = (text) => { changeChat(id, { draft: text }); setPointed(0); };
  const send = async (text) => {
    if (!text.trim()) return;
    const { replyTo, editing } = chatOf(id);
    changeChat(id, { draft: "", replyTo: null, editing: null });
    setMenu(false);
    const sent = editing ? text === edited?.text || await acting(id, "edit", { message_id: editing, text }) : await say(id, text, replyTo);
    if (!sent) changeChat(id, (now) => ({ draft: now.draft || text, replyTo: now.replyTo ?? replyTo, editing }));
  };
  const letGo = () => {
    setMenu(false);
    setAttach(false);
    changeChat(id, { replyTo: null, editing: null, draft: typed === null && !edited ? draft : "" });
  };
  const keyed = (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const { key } = event;
    if (commands.length && (key === "ArrowDown" || key === "ArrowUp")) {
      setPointed((pointed + (key === "ArrowDown" ? 1 : -1) + commands.length) % commands.length);
    } else if (commands.length && key === "Tab" && !event.shiftKey) write(`/${(commands[pointed] ?? commands[0]).command} `);
    else if (key === "Enter" && !event.shiftKey && !asks) send(commands.length ? `/${(commands[pointed] ?? commands[0]).command}` : draft);
    else if (key === "Escape" && (menu || attach || chat.replyTo || edited || typed !== null)) letGo();
    else if (key === "ArrowUp" && (event.ctrlKey || event.metaKey)) {
      const ids = chat.messages.map((one) => one.message_id);
      changeChat(id, { replyTo: chat.replyTo ? ids[Math.max(0, ids.indexOf(chat.replyTo) - 1)] : ids.at(-1) });
    } else if (key === "ArrowUp" && !draft) {
      const own = chat.messages.findLast((one) => editable(one, id));
      if (!own) return;
      changeChat(id, { editing: own.message_id, replyTo: null, draft: own.text });
    } else return;
    event.preventDefault();
  };
  const paste = (event) => {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    changeChat(id, { sheet: { files } });
  };
  const top = edited ? { icon: "edit", title: "Edit message", words: wordsOf(edited), label: "Do not edit" }
    : replied && { icon: "reply", title: `Reply to ${replied.from_bot ? bot?.first_name ?? "the bot" : replied.from?.id === writer(id) ? "yourself" : replied.from?.first_name}`, words: wordsOf(replied), label: "No reply" };
  const app = chat.menuButton?.type === "web_app" ? chat.menuButton : null;
  return html`<div class="foot">
    <${Drop} id=${id} />
    ${commands.length > 0 && html`<ul class="commands" role="listbox" aria-label="Commands" id=${`commands-${id}`}>${commands.map((one, n) => html`
      <li key=${one.command} role="option" id=${`command-${id}-${n}`} aria-selected=${n === pointed} class=${n === pointed ? "pointed" : ""} ref=${n === pointed ? (row) => row?.scrollIntoView({ block: "nearest" }) : null}
        onMouseDown=${(e) => { e.preventDefault(); send(`/${one.command}`); }}><b>/${one.command}</b><span>${one.description}</span></li>`)}</ul>`}
    ${asks && html`<${Inline} id=${id} query=${asks[1]} field=${field} />`}
    ${attach && html`<${Attach} id=${id} close=${(focus) => { setAttach(false); if (focus) field.current?.focus(); }} />`}
    ${chat.sheet === "location" && html`<${WhereSheet} id=${id} />`}
    ${chat.sheet?.files && html`<${FilesSheet} id=${id} chat=${chat} />`}
    ${top && html`<div class="replying"><${Icon} name=${top.icon} /><span><b>${top.title}</b>${top.words.slice(0, 90)}</span>
      <button type="button" class="quiet" aria-label=${top.label} onClick=${letGo}><${Icon} name="close" /></button></div>`}
    <form class="compose" onSubmit=${(e) => { e.preventDefault(); send(draft); }}>
      ${group && html`<${WriteAs} id=${id} group=${group} />`}
      ${app ? html`<button type="button" class="menu-app" onClick=${() => openMenuApp(id, app.text)}>${app.text}</button>`
        : chat.commands.length > 0 && html`<button type="button" class="quiet" aria-label="Commands" aria-expanded=${menu} title="Commands"
            onClick=${() => { setMenu(!menu); setPointed(0); field.current.focus(); }}><${Icon} name=${menu ? "close" : "slash"} /></button>`}
      <textarea ref=${field} id=${`say-${id}`} rows="1" value=${draft} aria-label=${`Write as ${group ? state.users[writer(id)]?.first_name ?? "nobody" : person.title}`}
        placeholder=${given?.input_field_placeholder || "Message"} aria-autocomplete="list" enterkeyhint="send"
        aria-controls=${commands.length ? `commands-${id}` : undefined} aria-activedescendant=${commands.length ? `command-${id}-${pointed}` : undefined}
        onInput=${(e) => write(e.target.value)} onKeyDown=${keyed} onPaste=${paste}></textarea>
      ${keyboard && !keyboard.is_persistent && html`<button type="button" class="quiet" aria-label="The bot's keyboard" aria-expanded=${keys} onClick=${() => setKeys(!keys)}><${Icon} name="keyboard" /></button>`}
      <button type="button" class="quiet" aria-label="Attach" aria-haspopup="menu" aria-expanded=${attach} title="Attach" onClick=${() => setAttach(!attach)}><${Icon} name="clip" /></button>
      <button type="submit" class="send" aria-label=${edited ? "Save" : "Send"} disabled=${!draft.trim()}><${Icon} name=${edited ? "check" : "send"} /></button>
    </form>
    ${keyboard && (keys || keyboard.is_persistent) && html`<div class=${`reply-keys ${keyboard.resize_keyboard ? "" : "tall"}`} role="group" aria-label="The bot's keyboard">${keyboard.keyboard.map((row, r) => html`<div key=${r}>
      ${row.map((one, c) => html`<button type="button" key=${c} class=${one.style ?? ""} onClick=${() => { press(id, r, c); if (keyboard.one_time_keyboard) setKeys(false); }}>${one.text ?? one}
        ${MARKS.map(([name, icon]) => one[name] && html`<${Icon} name=${icon} />`)}</button>`)}</div>`)}</div>`}
  </div>`;
}

const MARKS = [["request_contact", "person"], ["request_location", "pin"], ["web_app", "app"]];

/** A draft outlives a reload, and what was sent is no draft after it. */
function useDraftKept(id, draft) {
  const drafts = () => JSON.parse(localStorage.getItem(DRAFTS) ?? "{}");
  const first = useRef(true);
  useEffect(() => {
    const kept = first.current && !draft && drafts()[id];
    first.current = false;
    if (kept) changeChat(id, { draft: kept });
    else localStorage.setItem(DRAFTS, JSON.stringify({ ...drafts(), [id]: draft || undefined }));
  }, [id, draft]);
}

/** Files dropped anywhere on the pane are asked about first. */
function Drop({ id }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const pane = document.getElementById(`pane-${id}`);
    const enter = (event) => { if (event.dataTransfer?.types.includes("Files")) { event.preventDefault(); setOver(true); } };
    const leave = (event) => { if (!pane.contains(event.relatedTarget)) setOver(false); };
    const drop = (event) => {
      const files = [...event.dataTransfer?.files ?? []];
      setOver(false);
      if (!files.length) return;
      event.preventDefault();
      changeChat(id, { sheet: { files } });
    };
    const all = { dragenter: enter, dragover: enter, dragleave: leave, drop };
    for (const [kind, listener] of Object.entries(all)) pane.addEventListener(kind, listener);
    return () => { for (const [kind, listener] of Object.entries(all)) pane.removeEventListener(kind, listener); };
  }, [id]);
  return over && html`<div class="drop"><${Icon} name="photo" /><b>Drop to send</b></div>`;
}
