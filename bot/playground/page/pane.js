// One chat: its head, what is pinned, its messages, and what lies over them for a moment.
import { html, useLayoutEffect, useRef } from "./html.js";
import { Face, Icon, hueOf, partOf } from "./icons.js";
import { wordsOf } from "./words.js";
import { acting, start } from "./acts.js";
import { chatOf, changeChat, hide, useStore } from "./store.js";
import { later } from "./later.js";

const Messages = later(() => import("./messages.js"), "Messages", "talk");
const Composer = later(() => import("./composer.js"), "Composer", "talk");
const Search = later(() => import("./search.js"), "Search");
const Menu = later(() => import("./menu.js"), "Menu");
const PaySheet = later(() => import("./paysheet.js"), "PaySheet");
const MiniApp = later(() => import("./miniapp.js"), "MiniApp");
const GroupSheet = later(() => import("./groups.js"), "GroupSheet");
const Viewer = later(() => import("./viewer.js"), "Viewer");

export function Pane({ person, active }) {
  const id = person.user_id;
  const chat = useStore((s) => s.chats[id]) ?? chatOf(id);
  const user = useStore((s) => s.users[id]);
  const group = useStore((s) => s.groups?.[id]);
  const bot = useStore((s) => s.bot);
  const selected = useStore((s) => (s.selected?.chatId === id ? s.selected.messageId : null));
  const put = (name) => () => changeChat(id, { [name]: null });
  return html`<section class=${`pane ${active ? "active" : ""}`} id=${`pane-${id}`} style=${{ "--hue": hueOf(person) }}
      aria-label=${`Chat of ${person.title}, ${partOf(person)}`} data-role=${person.role} data-user=${id}>
    <${Head} ...${{ id, chat, user, group, person, bot }} />
    ${chat.search && html`<${Search} id=${id} chat=${chat} />`}
    <${Pinned} id=${id} chat=${chat} />
    <${Toasts} toasts=${chat.toasts} />
    ${chat.messages.length ? html`<${Messages} key=${id} ...${{ id, chat, selected, person, bot }} />` : html`<${Empty} person=${person} bot=${bot} />`}
    <${Foot} ...${{ id, chat, user, group, person, bot }} />
    ${chat.app && html`<${MiniApp} key=${chat.app.url} id=${id} app=${chat.app} close=${put("app")} />`}
    ${chat.paying && html`<${PaySheet} id=${id} paying=${chat.paying} chat=${chat} close=${put("paying")} />`}
    ${chat.sheet?.group && html`<${GroupSheet} id=${id} person=${person} close=${put("sheet")} />`}
    ${chat.viewing && html`<${Viewer} id=${id} chat=${chat} close=${put("viewing")} />`}
    ${chat.menu && html`<${Menu} id=${id} chat=${chat} close=${put("menu")} />`}
    ${chat.alert && html`<${Alert} id=${id} alert=${chat.alert} />`}
  </section>`;
}

const ACTIONS = { typing: "is typing", upload_photo: "sends a picture", upload_document: "sends a file", upload_video: "sends a video",
  upload_voice: "sends a voice message", upload_audio: "sends a sound", record_voice: "records a voice message", record_video: "records a video",
  upload_video_note: "sends a video message", record_video_note: "records a video message",
  find_location: "looks for a place", pick_up_location: "looks for a place", choose_sticker: "chooses a sticker" };

function Head({ id, chat, user, group, person, bot }) {
  const blocking = user?.blocked ? "Unblock the bot" : "Block the bot";
  return html`<header class="pane-head"><${Face} person=${person} />
    <div class="pane-who"><h2>${person.title}</h2>
      ${chat.action ? html`<p class="typing" role="status">${bot?.first_name ?? "Bot"} ${ACTIONS[chat.action.action] ?? "is busy"}<i></i><i></i><i></i></p>`
        : html`<p title=${person.hint}><span class="role">${partOf(person)}</span>${person.hint}</p>`}</div>
    <div class=${`pane-acts ${user?.blocked ? "kept" : ""}`}>
      <${Small} icon="search" label="Search in this chat" onClick=${() => changeChat(id, { search: chat.search ? null : { words: "" } })} />
      <${Small} icon="group" label=${group ? "Members of the group" : "A group with this person"} onClick=${() => changeChat(id, { sheet: { group: group ? "members" : "new" } })} />
      ${user?.started && html`<${Small} icon="block" label=${blocking} aria-pressed=${user.blocked} onClick=${() => acting(id, user.blocked ? "unblock" : "block")} />`}
      <${Small} icon="close" label=${`Hide the chat of ${person.title}`} class="hide" onClick=${() => hide(id)} /></div>
  </header>`;
}

const Small = ({ icon, label, class: more = "", ...rest }) => html`<button type="button" ...${rest} class=${`quiet ${more}`} title=${label} aria-label=${label}><${Icon} name=${icon} /></button>`;

/** The newest pinned message, or after a click the one before it. */
function Pinned({ id, chat }) {
  const pinned = chat.messages.filter((one) => one.pinned);
  if (!pinned.length) return null;
  const at = pinned.findLastIndex((one) => one.message_id <= (chat.pinAt ?? Infinity));
  const message = pinned.at(at);
  const go = () => changeChat(id, { pinAt: pinned.at(at - 1).message_id, jump: { to: message.message_id } });
  return html`<button type="button" class="pin-bar" onClick=${go} aria-label=${`Pinned: ${wordsOf(message)}`}><${Icon} name="tack" />
    <span><b>Pinned message${pinned.length > 1 ? ` ${((at + pinned.length) % pinned.length) + 1} of ${pinned.length}` : ""}</b><span>${wordsOf(message).slice(0, 120)}</span></span></button>`;
}

const Empty = ({ person, bot }) => html`<div class="empty"><div class="about"><${Icon} name=${person.role} />
  <h3>${person.role === "group" ? person.title : bot?.name || bot?.first_name || "The bot"}</h3><p>${(person.role !== "group" && bot?.description) || person.hint || "Nothing here yet."}</p></div></div>`;

function Foot({ id, chat, user, group, person, bot }) {
  if (user && !user.started) return html`<div class="foot"><button type="button" class="start" onClick=${() => start(id)}>Start</button></div>`;
  if (user?.blocked) return html`<div class="foot"><button type="button" class="start" onClick=${() => acting(id, "unblock")}>Unblock the bot</button></div>`;
  return html`<${Composer} ...${{ id, chat, group, person, bot }} />`;
}

const Toasts = ({ toasts }) => html`<div class="toasts" role="status" aria-live="polite">
  ${toasts.map((one) => html`<p key=${one.id}>${one.words}</p>`)}</div>`;

/** Words of the bot to be closed, or a question: `{title, words, buttons: [{id, text, danger}], told(id)}`. */
function Alert({ id, alert }) {
  const root = useRef();
  const { title, words, buttons = [{ id: "ok", text: "OK" }], told } = typeof alert === "string" ? { words: alert } : alert;
  useFocusKept(root);
  const close = (button) => { changeChat(id, { alert: null }); told?.(button); };
  const keyed = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close(null);
  };
  return html`<div class="alert" role="alertdialog" aria-modal="true" aria-label=${title || "Message of the bot"} onKeyDown=${keyed} ref=${root}>
    <div>${title && html`<h3>${title}</h3>`}<p>${words}</p><div class="alert-buttons">${buttons.map((one) => html`<button type="button" key=${one.id}
      class=${one.danger ? "destructive" : ""} onClick=${() => close(one.id)}>${one.text}</button>`)}</div></div></div>`;
}

/** The focus goes into what has come up (its last button, or `first`), stays there, and returns to where it was. */
export function useFocusKept(root, first = "button:last-of-type") {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const inside = root.current;
    const target = inside.querySelector("[autofocus]") ?? inside.querySelector(first) ?? inside;
    target.focus({ preventScroll: true });
    const keep = (event) => {
      if (event.key !== "Tab") return;
      const all = [...inside.querySelectorAll("a[href], button, input, select, textarea, iframe, [tabindex='0']")].filter((one) => !one.disabled && one.tabIndex >= 0);
      const edge = event.shiftKey ? all[0] : all.at(-1);
      if (document.activeElement !== edge) return;
      event.preventDefault();
      (event.shiftKey ? all.at(-1) : all[0])?.focus();
    };
    inside.addEventListener("keydown", keep);
    return () => {
      inside.removeEventListener("keydown", keep);
      if (!document.activeElement || document.activeElement === document.body || inside.contains(document.activeElement)) before?.focus?.({ preventScroll: true });
    };
  }, []);
}
