// One person's chat with the bot.
import { html, useEffect, useLayoutEffect, useRef, useState } from "./html.js";
import { Face, Icon, hueOf } from "./icons.js";
import { Bubble, dayOf, rowId } from "./bubble.js";
import { Composer } from "./composer.js";
import { act } from "./api.js";
import { askWhy, say, start } from "./acts.js";
import { chatOf, changeChat, hide, trying, unread, useStore } from "./store.js";

const NEAR_END_PIXELS = 80;

export function Pane({ person, active }) {
  const id = person.user_id;
  const chat = useStore((s) => s.chats[id]) ?? chatOf(id);
  const user = useStore((s) => s.users[id]);
  const bot = useStore((s) => s.bot);
  const selected = useStore((s) => (s.selected?.chatId === id ? s.selected.messageId : null));
  const root = useRef();
  useWatched(root, id);
  const typing = chat.action && chat.action.action === "typing";
  return html`<section class=${`pane ${active ? "active" : ""}`} id=${`pane-${id}`} ref=${root} style=${{ "--hue": hueOf(person) }}
      aria-label=${`Chat of ${person.title}, ${person.role}`} data-role=${person.role} data-user=${id}>
    <header class="pane-head">
      <${Face} person=${person} />
      <div class="pane-who"><h2>${person.title}</h2>
        ${chat.action ? html`<p class="typing" role="status">${bot?.first_name ?? "Bot"} ${ACTIONS[chat.action.action] ?? "is busy"}<i></i><i></i><i></i></p>`
          : html`<p title=${person.hint}><span class="role">${person.role}</span>${person.hint}</p>`}</div>
      <div class=${`pane-acts ${user?.blocked ? "kept" : ""}`}>${user?.started && html`<button type="button" class="quiet" title=${user.blocked ? "Unblock the bot" : "Block the bot"}
        aria-label=${user.blocked ? "Unblock the bot" : "Block the bot"} aria-pressed=${user.blocked}
        onClick=${() => trying(act(id, user.blocked ? "unblock" : "block", {}))}><${Icon} name="block" /></button>`}
      <button type="button" class="quiet hide" title="Hide this chat" aria-label=${`Hide the chat of ${person.title}`}
        onClick=${() => hide(id)}><${Icon} name="close" /></button></div>
    </header>
    <${Toasts} toasts=${chat.toasts} />
    <${Messages} id=${id} chat=${chat} selected=${selected} typing=${typing} person=${person} bot=${bot} />
    <${Foot} id=${id} chat=${chat} user=${user} person=${person} bot=${bot} />
    ${chat.alert && html`<${Alert} id=${id} words=${chat.alert} />`}
  </section>`;
}

const ACTIONS = { typing: "is typing", upload_photo: "sends a picture", upload_document: "sends a file", find_location: "looks for a place",
  choose_sticker: "is choosing", record_voice: "is recording" };

/** What a person can see she has read. */
function useWatched(root, id) {
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => {
      const visible = entry.isIntersecting && entry.intersectionRatio >= 0.5;
      changeChat(id, (chat) => ({ visible, read: visible ? chat.messages.at(-1)?.message_id ?? chat.read : chat.read }));
    }, { threshold: [0, 0.5, 1] });
    watch.observe(root.current);
    return () => { watch.disconnect(); changeChat(id, { visible: false }); };
  }, [id]);
}

function Messages({ id, chat, selected, typing, person, bot }) {
  const list = useRef();
  const stick = useRef(true);
  const [behind, setBehind] = useState(false);
  const toEnd = () => { list.current.scrollTop = list.current.scrollHeight; };
  useLayoutEffect(() => { if (stick.current) toEnd(); });
  useEffect(() => {
    const watch = new ResizeObserver(() => { if (stick.current && list.current) toEnd(); });
    watch.observe(list.current);
    if (list.current.firstElementChild) watch.observe(list.current.firstElementChild);
    return () => watch.disconnect();
  }, []);
  const scrolled = () => {
    if (!list.current) return; // the chat was hidden while it scrolled
    const { scrollTop, scrollHeight, clientHeight } = list.current;
    stick.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PIXELS;
    if (behind === stick.current) setBehind(!stick.current);
  };
  const jump = (messageId) => {
    const row = document.getElementById(rowId(id, { message_id: messageId }));
    row?.scrollIntoView({ behavior: "smooth", block: "center" });
    row?.classList.remove("pointed");
    requestAnimationFrame(() => row?.classList.add("pointed"));
  };
  const reply = (message) => {
    changeChat(id, { replyTo: message.message_id });
    document.getElementById(`say-${id}`)?.focus();
  };
  return html`<div class="messages" ref=${list} onScroll=${scrolled} onKeyDown=${(event) => walk(event, list.current, reply, chat, id)}
      tabindex="0" role="log" aria-live="polite" aria-label=${`Messages of ${person.title}`}>
    <ol>${runs(chat.messages).map((run) => run.day ? html`<li class="service day" key=${`d${run.day}`}><span>${run.day}</span></li>`
      : html`<${Bubble} key=${run.rows[0].message_id} userId=${id} ...${run} fresh=${chat.fresh[run.rows[0].message_id]}
          pressed=${chat.pressed} selected=${run.rows.some((row) => row.message_id === selected)}
          onReply=${reply} onWhy=${(message) => askWhy(id, message.message_id)} onJump=${jump}
          onCommand=${(text) => say(id, text)} />`)}
      ${!chat.messages.length && html`<li class="empty"><${Empty} person=${person} bot=${bot} /></li>`}
      ${typing && html`<li class="row in first last dots" aria-hidden="true"><div class="bubble"><i></i><i></i><i></i></div></li>`}
    </ol>
    ${behind && html`<button type="button" class="to-end" aria-label="To the newest message"
      onClick=${() => { stick.current = true; toEnd(); }}><${Icon} name="down" />${unread(chat) || ""}</button>`}
  </div>`;
}

const Empty = ({ person, bot }) => html`<div class="about"><${Icon} name=${person.role} />
  <h3>${bot?.name || bot?.first_name || "The bot"}</h3><p>${bot?.description || person.hint || "Nothing here yet."}</p></div>`;

/** Arrow keys go from message to message, r replies, w asks why. */
function walk(event, list, reply, chat, id) {
  const current = document.activeElement?.closest?.("li[data-message]");
  const rows = [...list.querySelectorAll("li[data-message]")];
  if (event.target.closest("button, a") && !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  const at = rows.indexOf(current);
  if (event.key === "ArrowUp") rows[at < 0 ? rows.length - 1 : Math.max(0, at - 1)]?.focus();
  else if (event.key === "ArrowDown" && at >= 0) rows[Math.min(rows.length - 1, at + 1)]?.focus();
  else if (current && event.key === "r") reply(chat.messages.find((one) => String(one.message_id) === current.dataset.message));
  else if (current && event.key === "w") askWhy(id, Number(current.dataset.message));
  else return;
  event.preventDefault();
}

/** Messages in runs of one side, albums joined, days named. */
function runs(messages) {
  const groups = [];
  for (const message of messages) {
    const before = groups.at(-1);
    if (message.media_group_id && before?.rows?.[0].media_group_id === message.media_group_id) before.rows.push(message);
    else groups.push({ rows: [message] });
  }
  const shown = [];
  groups.forEach((group, n) => {
    const message = group.rows[0], before = groups[n - 1]?.rows[0], after = groups[n + 1]?.rows[0];
    const today = dayOf(message.date);
    const newDay = !before || dayOf(before.date) !== today;
    if (newDay) shown.push({ day: today });
    const joins = (one) => one && one.from_bot === message.from_bot && Math.abs(one.date - message.date) < 300;
    shown.push({ ...group, first: newDay || !joins(before), last: !joins(after) });
  });
  return shown;
}

function Foot({ id, chat, user, person, bot }) {
  if (user && !user.started) {
    return html`<div class="foot"><button type="button" class="start" onClick=${() => start(id)}>Start</button></div>`;
  }
  if (user?.blocked) {
    return html`<div class="foot"><button type="button" class="start" onClick=${() => trying(act(id, "unblock", {}))}>Unblock the bot</button></div>`;
  }
  return html`<${Composer} id=${id} chat=${chat} person=${person} bot=${bot} />`;
}

const Toasts = ({ toasts }) => html`<div class="toasts" role="status" aria-live="polite">
  ${toasts.map((one) => html`<p key=${one.id}>${one.words}</p>`)}</div>`;

function Alert({ id, words }) {
  const button = useRef();
  useEffect(() => button.current?.focus(), []);
  const close = () => changeChat(id, { alert: null });
  return html`<div class="alert" role="alertdialog" aria-modal="true" aria-label="Message of the bot" onKeyDown=${(e) => e.key === "Escape" && close()}>
    <div><p>${words}</p><button type="button" ref=${button} onClick=${close}>OK</button></div></div>`;
}
