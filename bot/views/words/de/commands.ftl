# The command menu.
command-list = Deine Liste
command-track = Wo ist meine Bestellung?
command-search = Ein Produkt suchen
command-settings = Wonach Läden gewählt werden
command-language = Die Sprache ändern
command-privacy = Wer sieht was
command-help = So geht’s
command-cancel = Eine Frage verlassen
command-work = Was auf mich wartet
command-orders = Alle Bestellungen
command-order = Die Geschichte einer Bestellung
command-talks = Wer auf einen Menschen wartet
command-done = Ein Gespräch beenden
command-sites = Die Seiten, die ich nach Listen frage
