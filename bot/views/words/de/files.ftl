# Ein Dokument, das geschickt wurde.
file-reading = Ich lese { $name } …
file-cannot = { $kind ->
    [pdf] Das ist ein PDF.
    [document] Das ist ein Dokument aus einer Textverarbeitung.
    [table] Das ist eine Tabelle.
    [picture] Das ist ein Bild.
   *[other] Diese Datei kann ich nicht lesen ({ $name }).
} Ich lese Links, Texte und Dateien, die auf .txt, .md oder .html enden. Füge die Liste hier als Text ein, eine Zeile je Sache, dann mache ich damit weiter.
file-too-big = { $name } ist zu groß: Ich lese Dateien bis { $most } KB. Füge die Liste hier als Text ein, eine Zeile je Sache.
