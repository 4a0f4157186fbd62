// A Mini App in a sheet of the pane: an iframe that is spoken to as Telegram's web clients do.
// Both sides post JSON strings {eventType, eventData}. Source: core.telegram.org/api/web-events and /api/bots/webapps.
import { html, useEffect, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { acting, asked, openAddress, openInvoice } from "./acts.js";
import { useFocusKept } from "./pane.js";
import { changeChat, notice, state, useStore } from "./store.js";

const VERSION = "9.1", PLATFORM = "weba", DATA_BYTES = 4096;
const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-modals";
const COLOURS = { bg_color: "--raised", secondary_bg_color: "--canvas", text_color: "--ink", hint_color: "--faint", link_color: "--link", button_color: "--accent",
  button_text_color: "--accent-ink", header_bg_color: "--surface", accent_text_color: "--accent", section_bg_color: "--raised", section_header_text_color: "--accent",
  subtitle_text_color: "--faint", destructive_text_color: "--danger", section_separator_color: "--line-solid", bottom_bar_bg_color: "--surface" };

/** Telegram's theme parameters from the page's own colours, all as #rrggbb. */
function theme() {
  const style = getComputedStyle(document.documentElement);
  const dark = document.documentElement.dataset.theme === "dark";
  return Object.fromEntries(Object.entries(COLOURS).map(([name, token]) => {
    const hex = style.getPropertyValue(token).trim() || (dark ? "#2a3430" : "#dcdad2");
    return [name, /^#[0-9a-f]{3}$/i.test(hex) ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex.slice(0, 7)];
  }));
}

/** The launch address with what a client adds: version, platform, theme. The signed data is in it already. */
function launched(url) {
  const address = new URL(url);
  const hash = new URLSearchParams(address.hash.slice(1));
  if (!hash.has("tgWebAppVersion")) hash.set("tgWebAppVersion", VERSION);
  hash.set("tgWebAppPlatform", PLATFORM);
  hash.set("tgWebAppThemeParams", JSON.stringify(theme()));
  address.hash = hash.toString();
  return address.href;
}

export function MiniApp({ id, app, close }) {
  const root = useRef(), frame = useRef(), first = useRef(launched(app.url)), live = useRef({});
  const [look, setLook] = useState({ main: {}, second: {} });
  const pageTheme = useStore((s) => s.theme);
  useFocusKept(root, "iframe");
  const patch = (more) => setLook((now) => ({ ...now, ...more }));
  const send = (eventType, eventData = {}) => frame.current?.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), "*");
  const leave = async () => {
    if (!look.confirms || await asked(id, "Close the Mini App?", "Changes that you made may not be saved.", "Close", true)) close();
  };
  live.current = { look, patch, send, close, leave };
  useEffect(() => {
    const told = (event) => {
      if (event.source !== frame.current?.contentWindow || typeof event.data !== "string") return;
      let said;
      try { said = JSON.parse(event.data); } catch { return; }
      HEARD[said?.eventType]?.(said.eventData ?? {}, { id, app, frame: frame.current, ...live.current });
    };
    addEventListener("message", told);
    const sized = new ResizeObserver(() => viewport(live.current.send, frame.current, true));
    sized.observe(frame.current);
    return () => { removeEventListener("message", told); sized.disconnect(); };
  }, []);
  useEffect(() => { setTimeout(() => send("theme_changed", { theme_params: theme() })); }, [pageTheme]);
  const bar = look.header && { background: look.header, color: inkOn(look.header) };
  const { main, second } = look;
  return html`<div class="app" onClick=${(e) => e.target === e.currentTarget && leave()}><div class=${`app-sheet ${look.expanded ? "expanded" : ""}`} role="dialog" aria-modal="true" aria-label=${`Mini App: ${app.title}`} ref=${root}
      onKeyDown=${(e) => { if (e.key === "Escape") { e.stopPropagation(); leave(); } }}>
    <header style=${bar}>${look.back ? html`<button type="button" class="quiet" aria-label="Back" onClick=${() => send("back_button_pressed")}><${Icon} name="reply" /></button>` : ""}
      <span><b>${app.title}</b><small>Mini App of ${state.bot?.first_name ?? "the bot"}</small></span>
      ${look.settings && html`<button type="button" class="quiet" aria-label="Settings" onClick=${() => send("settings_button_pressed")}><${Icon} name="more" /></button>`}
      <button type="button" class="quiet" aria-label="Reload the Mini App" onClick=${() => { setLook({ main: {}, second: {} }); frame.current.src = launched(app.url); }}><${Icon} name="reset" /></button>
      <button type="button" class="quiet" aria-label="Close the Mini App" onClick=${leave}><${Icon} name="close" /></button></header>
    ${!look.ready && html`<p class="waiting" role="status">Opening…</p>`}
    <iframe ref=${frame} src=${first.current} title=${app.title} sandbox=${SANDBOX} allow="clipboard-write" style=${look.background && { background: look.background }} onLoad=${() => patch({ ready: true })}></iframe>
    ${(main.is_visible || second.is_visible) && html`<div class=${`app-buttons ${{ top: "up", bottom: "down", right: "right" }[second.is_visible && second.position] ?? ""}`} style=${look.bottom && { background: look.bottom }}>
      ${second.is_visible && html`<${Big} button=${second} onClick=${() => send("secondary_button_pressed")} />`}
      ${main.is_visible && html`<${Big} button=${main} main onClick=${() => send("main_button_pressed")} />`}</div>`}</div></div>`;
}

const Big = ({ button, main, onClick }) => html`<button type="button" class=${main && !button.color ? "main" : ""} disabled=${button.is_active === false || button.is_progress_visible} aria-busy=${Boolean(button.is_progress_visible)}
  style=${{ background: button.color ?? (main ? "" : "var(--accent-soft)"), color: button.text_color ?? "" }} onClick=${onClick}>${button.is_progress_visible ? html`<i class="spin"></i> ` : ""}${button.text || "Continue"}</button>`;

function inkOn(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return r * 299 + g * 587 + b * 114 > 140_000 ? "#101614" : "#fff";
}

const viewport = (send, frame, steady) => frame && send("viewport_changed", { height: frame.clientHeight, width: frame.clientWidth, is_expanded: frame.closest(".app-sheet").classList.contains("expanded"), is_state_stable: steady });
const colourOf = ({ color, color_key: key }) => (/^#[0-9a-f]{6}$/i.test(color ?? "") ? color : key ? theme()[key] : undefined);

/** What an app may say, and what this client does. What is not listed here is for phones; it is passed over, as Telegram's web clients do. */
const HEARD = {
  iframe_ready: (_, { send }) => send("set_custom_style", ""),
  web_app_ready: (_, { patch }) => patch({ ready: true }),
  web_app_expand: (_, { patch }) => patch({ expanded: true }),
  web_app_request_fullscreen: (_, { patch, send }) => { patch({ expanded: true }); send("fullscreen_failed", { error: "UNSUPPORTED" }); },
  web_app_close: (_, { close }) => close(),
  iframe_will_reload: (_, { patch }) => patch({ main: {}, second: {}, back: false, ready: false }),
  web_app_request_theme: (_, { send }) => send("theme_changed", { theme_params: theme() }),
  web_app_request_viewport: (_, { send, frame }) => viewport(send, frame, true),
  web_app_request_safe_area: (_, { send }) => send("safe_area_changed", { top: 0, bottom: 0, left: 0, right: 0 }),
  web_app_request_content_safe_area: (_, { send }) => send("content_safe_area_changed", { top: 0, bottom: 0, left: 0, right: 0 }),
  web_app_setup_main_button: (given, { patch, look }) => patch({ main: { ...look.main, ...given } }),
  web_app_setup_secondary_button: (given, { patch, look }) => patch({ second: { ...look.second, ...given } }),
  web_app_setup_back_button: ({ is_visible: back }, { patch }) => patch({ back }),
  web_app_setup_settings_button: ({ is_visible: settings }, { patch }) => patch({ settings }),
  web_app_setup_closing_behavior: ({ need_confirmation: confirms }, { patch }) => patch({ confirms }),
  web_app_set_header_color: (given, { patch }) => patch({ header: colourOf(given) }),
  web_app_set_background_color: (given, { patch }) => patch({ background: colourOf(given) }),
  web_app_set_bottom_bar_color: (given, { patch }) => patch({ bottom: colourOf(given) }),
  web_app_open_link: ({ url }) => { if (/^https?:/i.test(url ?? "")) window.open(url, "_blank", "noopener,noreferrer"); },
  web_app_open_tg_link: ({ path_full: path }, { id, close }) => { close(); openAddress(`t.me${path}`, id); },
  web_app_trigger_haptic_feedback: () => navigator.vibrate?.(10),
  web_app_open_popup: ({ title, message, buttons = [] }, { id, send }) => changeChat(id, { alert: { title, words: message, told: (button) => send("popup_closed", button ? { button_id: button } : {}),
    buttons: buttons.map((one) => ({ id: one.id || one.type, text: one.text || { ok: "OK", close: "Close", cancel: "Cancel" }[one.type], danger: one.type === "destructive" })) } }),
  async web_app_read_text_from_clipboard({ req_id: reqId }, { id, send }) {
    const may = await asked(id, "Let the Mini App read the clipboard?", "It will see what was copied last.", "Let it");
    const data = may ? await navigator.clipboard.readText().catch(() => null) : null;
    send("clipboard_text_received", data === null ? { req_id: reqId } : { req_id: reqId, data });
  },
  async web_app_data_send({ data }, { id, app, close }) {
    if (!app.button) return notice("Only a Mini App opened from under the input may send data to the bot.", "error");
    if (new Blob([data]).size > DATA_BYTES) return notice(`A Mini App may send at most ${DATA_BYTES} bytes.`, "error");
    close();
    return acting(id, "web_app_data", { button_text: app.button, data });
  },
  async web_app_request_phone({ }, { id, send }) {
    const yes = await asked(id, "Share your phone number?", "The bot will see it.", "Share");
    if (yes) await acting(id, "contact");
    send("phone_requested", { status: yes ? "sent" : "cancelled" });
  },
  async web_app_request_write_access(_, { id, send }) {
    const started = state.users[id]?.started;
    send("write_access_requested", { status: started || await asked(id, "Let the bot write to you?", "", "Allow") ? "allowed" : "cancelled" });
  },
  web_app_open_invoice: ({ slug }, { id, send }) => openInvoice(id, slug, (status) => send("invoice_closed", { slug, status })),
};
