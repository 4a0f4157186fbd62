# Pick lists: what sellers see of orders.
pick-title = <b>Liste de préparation { $code }</b> · prête pour { $day }
pick-line = { $done ->
    [yes] ✅
   *[no] ⬜️
} <b>{ $packs } ×</b> { $title }{ $instead ->
    [none] {""}
   *[other] {" "}<i>(au lieu de { $instead })</i>
} · <code>{ $place }</code>
pick-state = { $state ->
    [to-pick] Dans l’ordre des rayons (allée-travée-niveau). Cochez ce qui est dans le carton, puis marquez-le emballé.
    [packed] { $handover ->
        [collect] 📦 Emballé. On vient le chercher avec ce code.
       *[delivery] 📦 Emballé. Le coursier vient le prendre avec ce code.
    }
    [with-carrier] 🚲 Chez le coursier.
    [delivered] ✅ Livré.
    [collected] ✅ Retiré.
    [cancelled] ✖️ Annulé. Remettez les articles en place, s’il vous plaît.
   *[draft] …
}{ $due ->
    [none] {""}
   *[other] {" "}<b>À payer au comptoir : { $due }.</b>
}
pick-not-all = { $open ->
    [one] Une ligne n’est pas encore cochée.
   *[other] { $open } lignes ne sont pas encore cochées.
} Cochez-les d’abord, ou touchez « Tout est pris ».
pick-over = La liste de préparation { $code } est { $cancelled ->
    [yes] annulée. Remettez les articles en place, s’il vous plaît.
   *[no] déjà emballée ; rien n’a changé.
}
seller-much-waits = { $parts ->
    [0] {""}
    [one] Une liste de préparation attend.{" "}
   *[other] { $parts } listes de préparation attendent.{" "}
}{ $inquiries ->
    [0] {""}
    [one] Une demande attend.
   *[other] { $inquiries } demandes attendent.
} Les { $shown } premières :
pick-cancelled = ✖️ La commande { $code } a été annulée. Si vous avez déjà pris quelque chose, remettez-le en place, s’il vous plaît.
pick-wrong-handover = Cette commande est livrée, pas retirée au comptoir.
button-pick-all = Tout est pris
button-packed = 📦 Emballé
button-collected = ✅ Remis
