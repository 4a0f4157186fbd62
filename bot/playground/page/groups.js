// A group: made with a few people, its members, and as whom one writes in it.
import { html, useEffect, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";
import { post } from "./api.js";
import { present, writer } from "./acts.js";
import { useFocusKept } from "./pane.js";
import { changeChat, everyone, show, state, trying, useStore } from "./store.js";

export function WriteAs({ id, group }) {
  useStore((s) => s.users);
  const there = group.members.filter(present).filter((one) => state.users[one.user_id]);
  return html`<label class="write-as"><span class="heard">Write as</span><select aria-label="Who writes" title="Who writes" value=${writer(id)} onChange=${(e) => changeChat(id, { writer: Number(e.target.value) })}>
    ${there.map((one) => html`<option key=${one.user_id} value=${one.user_id}>${state.users[one.user_id].first_name}</option>`)}</select></label>`;
}

export function GroupSheet({ id, person, close }) {
  const root = useRef();
  const group = useStore((s) => s.groups?.[id]);
  useFocusKept(root, "input, button.quiet");
  return html`<div class="pay-cover" onClick=${(e) => e.target === e.currentTarget && close()}><div class="pay-sheet" role="dialog" aria-modal="true" aria-label=${group ? "Members of the group" : "A new group"} ref=${root}
      onKeyDown=${(e) => { if (e.key === "Escape") { e.stopPropagation(); close(); } }}>
    <header><h3>${group ? group.title : "A new group"}</h3><button type="button" class="quiet" aria-label="Close" onClick=${close}><${Icon} name="close" /></button></header>
    ${group ? html`<${Members} group=${group} />` : html`<${NewGroup} owner=${person} close=${close} />`}</div></div>`;
}

function NewGroup({ owner, close }) {
  const others = useStore(everyone).filter((one) => one.user_id !== owner.user_id && one.user_id > 0);
  const [title, setTitle] = useState("");
  const [chosen, setChosen] = useState([]);
  const [bot, setBot] = useState(true);
  const make = async (event) => {
    event.preventDefault();
    const group = await trying(post("/control/groups", { title: title.trim(), owner_id: owner.user_id, member_ids: chosen, with_bot: bot }));
    if (!group) return;
    close();
    setTimeout(() => show(group.id), 150); // once the stream has told of it
  };
  const toggle = (id) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return html`<form onSubmit=${make}><label>Name<input required maxlength="128" value=${title} onInput=${(e) => setTitle(e.target.value)} placeholder="Supper on Friday" /></label>
    <fieldset><legend>With ${owner.title} and</legend>${others.map((one) => html`<label class="radio" key=${one.user_id}><input type="checkbox" checked=${chosen.includes(one.user_id)} onChange=${() => toggle(one.user_id)} /><span>${one.title}</span></label>`)}
      <label class="radio"><input type="checkbox" checked=${bot} onChange=${() => setBot(!bot)} /><span>${state.bot?.first_name ?? "the bot"} (the bot)</span></label></fieldset>
    <button type="submit" class="main wide" disabled=${!title.trim()}>Create the group</button></form>`;
}

function Members({ group }) {
  const all = useStore(everyone);
  const [adding, setAdding] = useState("");
  const there = group.members.filter(present);
  const out = all.filter((one) => one.user_id > 0 && !there.some((member) => member.user_id === one.user_id));
  const by = writer(group.id);
  const nameOf = (id) => state.users[id]?.first_name ?? id;
  const act = (name, body) => trying(post(`/control/groups/${group.id}/${name}`, { by, ...body }));
  const inside = present({ status: group.bot_status });
  const leads = group.bot_status === "administrator";
  useEffect(() => setAdding(""), [there.length]);
  return html`<p class="hint">${group.type} · changes are made by ${nameOf(by)}, who is chosen beside the input</p>
    <ul class="members">${there.map((one) => html`<li key=${one.user_id}><span><b>${nameOf(one.user_id)}</b><small>${one.status}</small></span>
      <button type="button" class="quiet" aria-label=${one.user_id === by ? `Leave as ${nameOf(by)}` : `Remove ${nameOf(one.user_id)}`} onClick=${() => act("remove", { user_id: one.user_id })}><${Icon} name="close" /></button></li>`)}
    <li><span><b>${state.bot?.first_name}</b><small>the bot · ${inside ? group.bot_status : "not in the group"}</small></span>
      ${inside && html`<button type="button" class="link" onClick=${() => act("promote", { bot: true, status: leads ? "member" : "administrator", rights: { can_delete_messages: true, can_pin_messages: true } })}>${leads ? "Make it a member" : "Make it an administrator"}</button>`}
      <button type="button" class="quiet" aria-label=${inside ? "Remove the bot" : "Add the bot"} onClick=${() => act(inside ? "remove" : "add", { bot: true })}><${Icon} name=${inside ? "close" : "plus"} /></button></li></ul>
    ${out.length > 0 && html`<div class="add-member"><select key=${out.length} aria-label="Somebody to add" value=${adding} onChange=${(e) => setAdding(e.target.value)}><option value="">Add somebody…</option>
      ${out.map((one) => html`<option key=${one.user_id} value=${one.user_id}>${one.title}</option>`)}</select><button type="button" class="main" disabled=${!adding} onClick=${() => act("add", { user_id: Number(adding) })}>Add</button></div>`}`;
}
