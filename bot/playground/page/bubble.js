// One message of a chat as the person sees it.
import { html } from "./html.js";
import { Icon, nameHue } from "./icons.js";
import { rich } from "./entities.js";
import { fileUrl, ownAddress } from "./api.js";
import { openLink, say, showInLog, tap } from "./acts.js";
import { state } from "./store.js";
import { dayOf, kindOf, rowId, senderOf, serviceWords, timeOf, wordsOf } from "./words.js";
import { later } from "./later.js";

export { dayOf, kindOf, rowId, timeOf };

const Attached = later(() => import("./media.js"), "Attached");

const ONLY_EMOJI = /^(?:(?:\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]*(?:\u200D(?=\p{Extended_Pictographic}))?)+|\p{RI}\p{RI}){1,3}$/u;
const graphemes = new Intl.Segmenter();

/** What a bubble shows has changed. Most do not, while somebody types or the list grows. */
function differs(next) {
  return next.rows.length !== this.props.rows.length || next.rows.some((row, n) => row !== this.props.rows[n])
    || Object.keys(next).some((name) => name !== "rows" && next[name] !== this.props[name]);
}

/**
 * `rows`: messages of one album, or a single one. `first`/`last` of a run of one sender. `mine`: sent by who looks.
 * `tab`: the tabindex of what can be pressed in it, 0 in one message of a chat only. `on`: {reply, why, jump, menu, edits}.
 */
export function Bubble({ chatId, rows, first, last, mine, fresh, pressed, selected, tab, versions, on }) {
  this.shouldComponentUpdate = differs;
  const message = rows[0];
  const service = serviceWords(message);
  if (service) return html`<${Service} ...${{ chatId, message, service, tab, on }} />`;
  const captioned = rows.find((row) => row.caption) ?? message;
  const text = captioned.text ?? captioned.caption ?? "";
  const big = message.text && !message.reply_markup && !message.reply_to_message && ONLY_EMOJI.test(message.text.trim())
    && [...graphemes.segment(message.text.trim())].length;
  const media = rows.some((row) => VISUAL.some((kind) => row[kind]));
  const attached = rows.some((row) => ATTACHED.some((kind) => row[kind]));
  const above = captioned.show_caption_above_media;
  const keys = message.reply_markup?.inline_keyboard;
  const name = chatId < 0 && !mine && first && senderOf(message);
  const words = text && html`<div class="words" dir="auto">${rich(text, captioned.entities ?? captioned.caption_entities ?? [],
    { chatId, tab, command: (said) => say(chatId, said) })}<${Stamp} ...${{ message: captioned, mine, tab, versions, on }} inline /></div>`;
  return html`<li class=${`row ${mine ? "out" : "in"} ${first ? "first" : ""} ${last ? "last" : ""} ${selected ? "selected" : ""} ${message.leaving ? "leaving" : ""}`}
      id=${rowId(chatId, message)} tabindex=${tab} data-message=${message.message_id} aria-label=${labelOf(message, mine, text)}>
    ${chatId < 0 && !mine && html`<span class="sender-face" style=${{ "--hue": nameHue(message.from) }} aria-hidden="true">${last ? senderOf(message)[0] : ""}</span>`}
    <div class=${`stack ${keys ? "keyed" : ""}`}>
      <div class=${`bubble ${big ? `big big${big}` : ""} ${media ? "media" : ""} ${media && !text ? "bare" : ""} ${fresh ? "fresh" : ""}`} key=${fresh ?? "old"}>
        ${name && html`<b class="sender" style=${{ "--hue": nameHue(message.from) }}>${name}</b>`}
        <${Origin} message=${message} />
        ${message.reply_to_message && html`<${Quote} message=${message.reply_to_message} quote=${message.quote} tab=${tab} onJump=${on.jump} />`}
        ${above && words}
        ${attached && html`<${Attached} ...${{ chatId, rows, mine, tab }} />`}
        ${!above && words}
        ${message.text && html`<${Preview} ...${{ chatId, message, tab }} />`}
        ${(!text || above) && html`<${Stamp} ...${{ message: captioned, mine, tab, versions, on }} />`}
        <${Reactions} ...${{ message, tab, on }} />
      </div>
      ${keys && html`<${Keys} ...${{ chatId, message, keys, pressed, tab }} />`}
    </div>
    <div class="tools">
      <button type="button" tabindex=${tab} title="Reply (r)" aria-label="Reply to this message" onClick=${() => on.reply(message)}><${Icon} name="reply" /></button>
      <button type="button" tabindex=${tab} title="What happened and why (w)" aria-label="What happened and why" onClick=${() => on.why(message)}><${Icon} name="why" /></button>
      <button type="button" tabindex=${tab} title="In the log" aria-label="Show in the log" onClick=${() => showInLog(chatId, message.message_id)}><${Icon} name="log" /></button>
      <button type="button" tabindex=${tab} title="More" aria-label="More for this message" aria-haspopup="menu" onClick=${(event) => on.menu(message, event)}><${Icon} name="more" /></button>
    </div>
  </li>`;
}

const VISUAL = ["photo", "video", "animation", "video_note", "location"];
const ATTACHED = [...VISUAL, "document", "voice", "audio", "venue", "contact", "invoice", "sticker", "dice", "poll", "story", "game", "checklist", "paid_media"];


const labelOf = (message, mine, text) => `${mine ? "You" : message.from_bot ? "Bot" : senderOf(message)}, ${timeOf(message.date)}${
  message.edit_date ? ", edited" : ""}: ${text || kindOf(message)}${message.reply_markup?.inline_keyboard ? `, ${message.reply_markup.inline_keyboard.flat().length} buttons` : ""}`;

function Service({ chatId, message, service, tab, on }) {
  const to = message.pinned_message?.message_id;
  return html`<li class=${`service ${message.leaving ? "leaving" : ""}`} id=${rowId(chatId, message)} tabindex=${tab} data-message=${message.message_id} aria-label=${service}>
    ${to ? html`<button type="button" tabindex=${tab} onClick=${() => on.jump(to)}>${service}</button>` : html`<span>${service}</span>`}</li>`;
}

function Stamp({ message, mine, tab, versions, on, inline }) {
  return html`<span class=${`stamp ${inline ? "inline" : ""}`}>
    ${message.pinned && html`<${Icon} name="tack" label="pinned" />`}
    ${message.edit_date && !message.location && html`<button type="button" class="edited" tabindex=${tab} title="What it said before" onClick=${(event) => on.edits(message, versions, event)}>edited</button>`}
    <time title=${dayOf(message.date)}>${timeOf(message.date)}</time>
    ${mine && html`<${Icon} name="check" label="sent" />`}</span>`;
}

function Origin({ message }) {
  const from = message.forward_origin;
  if (from) {
    const name = from.sender_user ? senderOf({ from: from.sender_user }) : from.sender_user_name ?? from.sender_chat?.title ?? from.chat?.title ?? "somebody";
    return html`<span class="origin">Forwarded from <b>${name}</b></span>`;
  }
  return message.via_bot ? html`<span class="origin">via <b>@${message.via_bot.username}</b></span>` : null;
}

function Quote({ message, quote, tab, onJump }) {
  const words = quote?.text ?? wordsOf(message);
  const photo = message.photo?.[0];
  return html`<button type="button" class="quote" tabindex=${tab} aria-label=${`In answer to: ${words.slice(0, 120)}`} onClick=${() => onJump(message.message_id)}>
    ${photo && html`<img src=${fileUrl(photo.file_id)} alt="" width="34" height="34" />`}
    <span><b>${senderOf(message)}</b><span>${words.slice(0, 120)}</span></span></button>`;
}

/** A card for a page of the demo world; other pages are not asked, so nothing is claimed about them. */
function Preview({ chatId, message, tab }) {
  const options = message.link_preview_options ?? {};
  const entity = message.entities?.find((one) => one.type === "url" || one.type === "text_link");
  const url = options.url ?? entity?.url ?? (entity && message.text.slice(entity.offset, entity.offset + entity.length));
  const own = url && !options.is_disabled && ownAddress(url);
  const site = own && state.sites.find((one) => new URL(own).pathname === one.path);
  return site ? html`<a class="preview" href=${own} tabindex=${tab} target="_blank" rel="noopener" onClick=${(event) => openLink(event, own, chatId)}>
    <b>${site.host}</b><span>${site.title}</span></a>` : null;
}

const MARKS = { url: "out", login_url: "login", web_app: "app", copy_text: "copy", pay: "card", switch_inline_query: "share",
  switch_inline_query_current_chat: "share", switch_inline_query_chosen_chat: "share" };

function Keys({ chatId, message, keys, pressed, tab }) {
  return html`<div class="keys" role="group" aria-label="Buttons">${keys.map((row, r) => html`<div class="key-row" key=${r}>
    ${row.map((button, c) => {
      const mark = Object.keys(MARKS).find((name) => button[name] !== undefined);
      const busy = pressed === `${message.message_id}:${r}:${c}`;
      return html`<button type="button" key=${c} tabindex=${tab} class=${`key ${button.style ?? ""} ${busy ? "busy" : ""}`} aria-busy=${busy} aria-disabled=${busy}
        onClick=${() => tap(chatId, message, r, c)}><span>${button.text}</span>${busy ? html`<i class="spin"></i>` : mark && html`<${Icon} name=${MARKS[mark]} />`}</button>`;
    })}</div>`)}</div>`;
}

/** Chips by emoji: whose they are is told by name. */
function Reactions({ message, tab, on }) {
  const chips = new Map();
  const { by_user: byUser, ...sides } = message.reactions ?? {};
  for (const [who, given] of Object.entries(byUser ? { bot: sides.bot, ...byUser } : sides)) for (const one of given ?? []) chips.set(one, [...(chips.get(one) ?? []), whoReacted(who)]);
  return chips.size ? html`<div class="reactions">${[...chips].map(([emoji, names]) => html`<button type="button" key=${emoji} tabindex=${tab}
    class=${names.includes("you") ? "own" : ""} title=${names.join(", ")} aria-label=${`${emoji} by ${names.join(", ")}`} onClick=${() => on.react(message, emoji)}>${emoji}
    <small>${names.length > 1 ? names.length : names[0] === "you" ? "" : names[0]}</small></button>`)}</div>` : null;
}

const whoReacted = (who) => (who === "user" ? "you" : who === "bot" ? state.bot?.first_name ?? "the bot" : state.users[who]?.first_name ?? who);
