# Un document envoyé.
file-reading = Je lis { $name } …
file-cannot = { $kind ->
    [pdf] C’est un PDF.
    [document] C’est un document de traitement de texte.
    [table] C’est un tableau.
    [picture] C’est une image.
   *[other] Je ne peux pas lire ce fichier ({ $name }).
} Je lis les liens, les textes et les fichiers en .txt, .md ou .html. Colle sa liste ici en texte, une ligne par chose, et je continue à partir de là.
file-too-big = { $name } est trop gros : je lis les fichiers jusqu’à { $most } Ko. Colle sa liste ici en texte, une ligne par chose.
