# Ersatz: was ein Laden stattdessen anbietet, zum Nehmen oder Ablehnen.
substitute-ask = { $seller } hat kein „{ $name }“ und bietet dafür <b>{ $packs } × { $substitute }</b> für { $price } an. Nimmst du das?
substitute-open = ❓ { $count ->
    [one] Statt etwas von deiner Liste wird etwas anderes angeboten. Nimmst du es? Tipp auf die Knöpfe oder schreib „ja“ oder „nein“.
   *[other] Für { $count } Dinge von deiner Liste wird etwas anderes angeboten. Tipp bei jedem, ob du es nimmst.
}
substitute-line = • { $packs } × { $substitute } <i>statt { $name }</i> — { $price }, { $seller }
substitute-which = Was davon meinst du?
substitute-stand-in = ↔️ { $seller } gäbe { $packs } × { $substitute } <i>statt { $name }</i> für { $price }. Das ist hier nicht mitgezählt.
substitute-taken = ✅ { $substitute }: genommen.
substitute-refused = ✖️ { $substitute }: nicht genommen.
substitute-none = Gerade wird für nichts auf deiner Liste ein Ersatz angeboten.
substitute-gone = { $substitute } wird nicht mehr angeboten. Sieh dir den neuesten Vorschlag an.
substitute-others = <b>{ $name }</b>: was es sonst gibt
substitute-other-offer = • { $what } — { $price }, { $seller }
substitute-near = Aus dem Sortiment. Wenn du etwas davon hinzufügst, werden die Läden neu gefragt:
substitute-nothing-else = Sonst hat hier niemand etwas für { $name }. Nimm, was angeboten ist, oder verzichte darauf.
button-substitute-take = ✅ Nehmen: { $substitute }
button-substitute-refuse = ✖️ Das nicht
button-substitute-other = 🔎 Was gibt es sonst?
button-substitute-take-instead = ↔️ Nehmen: { $substitute }
proposal-refused = Bleibt offen, weil du den Ersatz nicht wolltest: { $names }
option-none = Welches? Noch war nichts nummeriert. Hier sind die Möglichkeiten nebeneinander; sag jetzt „das zweite“, oder tipp es an.
option-no-such = Es sind nur { $count }.
option-which-other = Es gibt mehrere andere. Sag, welches, zum Beispiel „das zweite“, oder tipp darauf.
option-only-one = Es gibt nur diese eine Wahl: Wonach ich auch gehe, es kommt dasselbe heraus. Um eine Sache woanders zu kaufen, tipp auf „Zeile verschieben“.
