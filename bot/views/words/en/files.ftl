# A document that was sent.
file-reading = Reading { $name } …
file-cannot = { $kind ->
    [pdf] That's a PDF.
    [document] That's a document of a word processor.
    [table] That's a table.
    [picture] That's a picture.
   *[other] That's a file I can't read ({ $name }).
} I read links, texts, and files that end in .txt, .md or .html. Paste its list here as text, one line each, and I'll take it from there.
file-too-big = { $name } is too big: I read files of up to { $most } KB. Paste its list here as text, one line each.
