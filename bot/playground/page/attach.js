// The menu of what can be attached, and the sheet that asks for a caption before files go out.
import { html, useEffect, useMemo, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { size } from "./media.js";
import { acting, asked, uploads } from "./acts.js";
import { useFocusKept } from "./pane.js";
import { changeChat } from "./store.js";

export function Attach({ id, close }) {
  const root = useRef();
  useEffect(() => {
    root.current.querySelector("button").focus();
    const outside = (event) => { if (!root.current?.contains(event.target) && !event.target.closest("[aria-label=Attach]")) close(); };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, []);
  const pick = (accept, asPhotos) => {
    const input = Object.assign(document.createElement("input"), { type: "file", accept, multiple: true });
    input.onchange = () => { if (input.files.length) changeChat(id, { sheet: { files: [...input.files], asPhotos } }); };
    close();
    input.click();
  };
  const contact = async () => {
    close(true);
    if (await asked(id, "Share your phone number?", "The bot will see it.", "Share")) acting(id, "contact");
  };
  const choices = [["photo", "Picture", () => pick("image/*", true)], ["file", "File", () => pick("", false)],
    ["pin", "Location", () => { close(); changeChat(id, { sheet: "location" }); }], ["person", "Contact", contact]];
  const keyed = (event) => {
    const items = [...root.current.children], step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") close(true);
    else if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    else return;
    event.preventDefault();
  };
  return html`<div class="attach" role="menu" aria-label="Attach" ref=${root} onKeyDown=${keyed}>${choices.map(([icon, words, act]) => html`
    <button type="button" role="menuitem" key=${words} onClick=${act}><${Icon} name=${icon} />${words}</button>`)}</div>`;
}

const MOST_IN_ALBUM = 10;

export function FilesSheet({ id, chat }) {
  const [files, setFiles] = useState(chat.sheet.files);
  const pictures = files.every((file) => file.type.startsWith("image/"));
  const [asPhotos, setAsPhotos] = useState(chat.sheet.asPhotos ?? pictures);
  const [caption, setCaption] = useState(chat.draft);
  const [busy, setBusy] = useState(false);
  const root = useRef();
  useFocusKept(root, "textarea");
  const shown = useMemo(() => files.map((file) => (file.type.startsWith("image/") ? URL.createObjectURL(file) : null)), [files]);
  useEffect(() => () => shown.forEach((url) => url && URL.revokeObjectURL(url)), [shown]);
  const close = () => changeChat(id, { sheet: null });
  const send = async (event) => {
    event?.preventDefault();
    setBusy(true);
    const kept = { draft: chat.draft, replyTo: chat.replyTo };
    changeChat(id, { draft: "", replyTo: null });
    let sent = true;
    if (asPhotos) for (let n = 0; n < files.length && sent; n += MOST_IN_ALBUM) sent = await uploads(id, "photo", files.slice(n, n + MOST_IN_ALBUM), n ? "" : caption, kept.replyTo);
    else for (const [n, file] of files.entries()) if (sent) sent = await uploads(id, "document", [file], n ? "" : caption, kept.replyTo);
    setBusy(false);
    if (sent) close();
    else changeChat(id, kept);
  };
  const without = (n) => (files.length > 1 ? setFiles(files.filter((_, m) => m !== n)) : close());
  return html`<form class="files" role="dialog" aria-label=${asPhotos ? "Send pictures" : "Send files"} ref=${root} onSubmit=${send} onKeyDown=${(e) => e.key === "Escape" && close()}>
    <h3>Send ${files.length === 1 ? (asPhotos ? "a picture" : "a file") : `${files.length} ${asPhotos ? "pictures" : "files"}`}</h3>
    <ul class=${asPhotos ? "thumbs" : ""}>${files.map((file, n) => html`<li key=${file.name + n}>
      ${shown[n] ? html`<img src=${shown[n]} alt=${file.name} />` : html`<span class="document-icon"><${Icon} name="file" /></span>`}
      ${!asPhotos && html`<span><b>${file.name}</b><small>${size(file.size)}</small></span>`}
      <button type="button" class="quiet" aria-label=${`Leave out ${file.name}`} onClick=${() => without(n)}><${Icon} name="close" /></button></li>`)}</ul>
    ${pictures && html`<label class="check"><input type="checkbox" checked=${!asPhotos} onChange=${(e) => setAsPhotos(!e.target.checked)} /> Send as files, not compressed</label>`}
    <textarea rows="2" value=${caption} placeholder="Caption" aria-label="Caption" onInput=${(e) => setCaption(e.target.value)}
      onKeyDown=${(e) => { if (e.key === "Enter" && !e.shiftKey) { e.preventDefault(); send(); } }}></textarea>
    <div class="where-buttons"><button type="button" onClick=${close}>Cancel</button><button type="submit" class="main" disabled=${busy}>${busy ? "Sending…" : "Send"}</button></div></form>`;
}
