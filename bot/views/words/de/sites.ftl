# Ein Vorhaben ohne Seite: Seiten werden gefragt, Listen stehen zur Wahl.
job-asking = 🔎 Ich suche „{ $job }“ bei { $names }{ $more ->
    [0] {""}
   *[other] {" "}und { $more } weiteren
} …
job-found = { $count ->
    [one] Für „{ $job }“ habe ich eine Liste gefunden:
   *[other] Für „{ $job }“ habe ich { $count } Listen gefunden:
}
job-method = <b>{ $n }. { $title }</b> · { $site }{ $servings ->
    [none] {""}
   *[other] { $unit ->
        [none] {" "}· für { $servings }
       *[other] {" "}· ergibt { $servings } { $unit }
    }
}
job-components = { $count ->
    [one] Eine Sache: { $names }
   *[other] { $count } Sachen: { $names }{ $more ->
        [0] {""}
        [one] {" "}und eine weitere
       *[other] {" "}und { $more } weitere
    }
}
job-which = { $count ->
    [one] Tippe sie an, dann nehmen wir die. Oder schick mir einen Link, oder füge eine Liste ein.
   *[other] Welche soll es sein? Tippe sie an oder schreib „die zweite“. Keine passt? Schick mir einen Link, oder füge eine Liste ein.
}
job-which-scaled = { $count ->
    [one] Tippe sie an, dann rechne ich sie auf { $servings } um. Oder schick mir einen Link, oder füge eine Liste ein.
   *[other] Welche soll es sein? Tippe sie an oder schreib „die zweite“: Ich rechne sie auf { $servings } um. Keine passt? Schick mir einen Link, oder füge eine Liste ein.
}
job-silent = <i>{ $count ->
    [one] { $names } antwortet gerade nicht.
   *[other] { $names } antworten gerade nicht.
}</i>
job-nothing = Für „{ $job }“ habe ich bei den Seiten, die ich kenne, keine Liste gefunden. Nenn es anders, schick mir den Link zu einer Seite, oder füge die Liste hier ein, eine Zeile je Sache.
job-no-sites = Ich kenne noch keine Seite, die ich nach „{ $job }“ fragen könnte. Schick mir den Link zu einer Seite, oder füge die Liste hier ein, eine Zeile je Sache.
job-which-one = Welche meinst du? Gerade stehen keine Listen zur Wahl. Schreib zum Beispiel „was brauche ich für Lasagne?“.
job-chosen-already = Diese Liste hast du schon genommen; hier ist sie, wie sie steht.
job-not-scaled = { $servings ->
    [none] Die Seite sagt nicht, für wie viele sie ist; die Mengen stehen wie auf der Seite. „Umrechnen …“ ändert sie.
   *[other] Die Seite ergibt { $servings } { $unit } und sagt nicht, für wie viele Personen. Die Mengen stehen wie auf der Seite; ➖ und ➕ ändern sie.
}
button-job-again = 🔁 Noch einmal fragen
# Die Seiten, die gefragt werden, für Admins.
sites-none = Es gibt noch keine Seiten, die ich fragen kann. Melde eine an mit ihrer Suchadresse, mit {"{query}"} an der Stelle der Wörter, oder mit ihrem Feed oder ihrer Sitemap:
    /sites add https://www.example.com/search?q={"{query}"} de Ein Name
sites-title = <b>Seiten, die ich frage</b> ({ $count })
site-line = { $state ->
    [on] ● { $n }. <b>{ $name }</b>
   *[off] ○ { $n }. { $name } (aus)
} · { $host } · { $language } · { $adapter ->
    [search-page] Suchseite
   *[feed] Feed
}{ $trouble ->
    [none] {""}
   *[other] {" "}⚠️ { $trouble }
}
site-trouble = { $trouble ->
    [slow] braucht zu lange
    [dead] antwortet nicht
    [missing] unter der Adresse ist nichts
    [refused-by-site] lässt sich nicht fragen
    [forbidden] verbietet es Programmen in seiner robots.txt
    [broken-site] hat gerade selbst einen Fehler
    [private] nicht im öffentlichen Internet
    [unsafe] das Zertifikat stimmt nicht
    [huge] die Antwort ist zu groß
    [circle] schickt im Kreis
    [not-a-page] weder Seite noch Feed
    [untried] ließ sich nicht ausprobieren, das liegt an uns
   *[other] kann nicht gefragt werden
}
sites-how = /sites add ADRESSE · /sites off 2 · /sites on 2 · /sites remove 2
sites-what = Ich kenne: /sites, /sites add ADRESSE, /sites off 2, /sites on 2, /sites remove 2.
site-not-an-address = { $text ->
    [none] Welche Adresse? Zum Beispiel: /sites add https://www.example.com/search?q={"{query}"} de Ein Name
   *[other] „{ $text }“ ist keine ganze Adresse einer Suchseite, eines Feeds oder einer Sitemap. Zum Beispiel: /sites add https://www.example.com/search?q={"{query}"} de Ein Name
}
site-added = ➕ { $name } ({ $language }) frage ich ab jetzt über { $adapter ->
    [search-page] die Suchseite
   *[feed] den Feed
}. Ich probiere es gleich …
site-checked = { $trouble ->
    [none] { $pages ->
        [0] ✔️ { $name } antwortet, hat beim ersten Versuch aber keine Seiten. Das kann in Ordnung sein: Es zeigt sich bei Vorhaben.
        [one] ✔️ { $name } antwortet, mit einer Seite.
       *[other] ✔️ { $name } antwortet, mit { $pages } Seiten.
    }
   *[other] ⚠️ { $name }: { $trouble }. Die Anmeldung bleibt; { $adapter ->
        [forbidden] ich lasse sie in Ruhe, solange das so ist. Einen Feed oder eine Sitemap, die sie erlaubt, kannst du stattdessen anmelden
        [search-page] prüf die Adresse mit {"{query}"} darin und melde sie noch einmal an
       *[feed] ohne {"{query}"} in der Adresse halte ich sie für einen Feed oder eine Sitemap; melde sie dann noch einmal an
    }.
}
site-switched = { $state ->
    [on] { $name } frage ich ab jetzt.
   *[off] { $name } frage ich nicht mehr, bis du es einschaltest.
}
site-remove-sure = { $name } entfernen? Listen, die Leute von dort genommen haben, bleiben.
site-removed = ➖ { $name } ist entfernt.
site-gone = Diese Seite ist schon entfernt. /sites zeigt, welche es gibt.
site-which = { $text ->
    [none] Welche Seite? Schreib ihre Nummer dazu, zum Beispiel: /sites off 2.
   *[other] Welche Seite meinst du mit „{ $text }“?
} /sites zeigt sie mit ihren Nummern.
button-site-on = ▶️ An: { $name }
button-site-off = ⏸ Aus: { $name }
button-site-remove = ➖ { $name }
button-site-remove-sure = ➖ Entfernen
button-site-keep = Behalten
