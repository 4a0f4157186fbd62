# The command menu.
command-list = Votre liste
command-track = Où est ma commande ?
command-search = Chercher un produit
command-settings = Comment les magasins sont choisis
command-language = Changer de langue
command-privacy = Qui voit quoi
command-help = Comment ça marche
command-cancel = Quitter une question
command-work = Ce qui m’attend
command-orders = Toutes les commandes
command-order = L’historique d’une commande
command-talks = Qui attend une personne
command-done = Terminer une conversation
command-sites = Les sites interrogés pour des listes
