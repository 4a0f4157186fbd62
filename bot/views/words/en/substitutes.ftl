# Substitutes: what a seller offers instead, for the consumer to take or to refuse.
substitute-ask = { $seller } has no { $name }, and offers <b>{ $packs } × { $substitute }</b> for { $price } instead. Take it?
substitute-open = ❓ { $count ->
    [one] One thing is offered instead of what you asked for. Take it or not? Tap a button, or write “yes” or “no”.
   *[other] { $count } things are offered instead of what you asked for. Tap for each whether you take it.
}
substitute-line = • { $packs } × { $substitute } <i>instead of { $name }</i> — { $price }, { $seller }
substitute-which = Which one do you mean?
substitute-stand-in = ↔️ { $seller } would give { $packs } × { $substitute } <i>instead of { $name }</i> for { $price }. It isn't counted here.
substitute-taken = ✅ { $substitute }: taken.
substitute-refused = ✖️ { $substitute }: not taken.
substitute-none = Nothing is offered instead of anything on your list just now.
substitute-gone = { $substitute } isn't offered any more. See the newest proposal.
substitute-others = <b>{ $name }</b>: what else there is
substitute-other-offer = • { $what } — { $price }, { $seller }
substitute-near = From the catalogue. If you add one, the sellers are asked again:
substitute-nothing-else = Nobody here has anything else for { $name }. Take what is offered, or do without.
button-substitute-take = ✅ Take { $substitute }
button-substitute-refuse = ✖️ Not this one
button-substitute-other = 🔎 What else is there?
button-substitute-take-instead = ↔️ Take { $substitute }
proposal-refused = Left open, since you didn't take what was offered instead: { $names }
option-none = Which one? Nothing was numbered yet, so here are the ways side by side; now say “the second one”, or tap it.
option-no-such = There are only { $count } of them.
option-which-other = There are several others. Say which one, for example “the second one”, or tap it.
option-only-one = There’s only this one choice: whatever I go by, it comes out the same. To buy one thing elsewhere, tap “Move a line”.
