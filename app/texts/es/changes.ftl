# Muchas filas de una lista cambiadas a la vez: miradas, hechas, deshechas.

changes-look-hidings = Ocultar nombres: { $whose }
changes-look-showings = Volver a mostrar nombres: { $whose }
changes-look-removals = Quitar firmas: { $whose }
changes-look-returns = Reponer firmas: { $whose }
changes-would-hidings = { $count ->
    [0] No se ocultaría ningún nombre.
    [one] Se ocultaría un nombre.
   *[other] Se ocultarían { $count } nombres.
}
changes-would-showings = { $count ->
    [0] No se volvería a mostrar ningún nombre.
    [one] Se volvería a mostrar un nombre, si quien firmó lo desea.
   *[other] Se volverían a mostrar { $count } nombres, si quienes firmaron lo desean.
}
changes-would-removals = { $count ->
    [0] No se quitaría ninguna firma.
    [one] Se quitaría una firma.
   *[other] Se quitarían { $count } firmas.
}
changes-would-returns = { $count ->
    [0] No se repondría ninguna firma.
    [one] Se repondría una firma.
   *[other] Se repondrían { $count } firmas.
}
changes-button-hidings = { $count ->
    [one] Ocultar este nombre
   *[other] Ocultar { $count } nombres
}
changes-button-showings = { $count ->
    [one] Volver a mostrar este nombre
   *[other] Volver a mostrar { $count } nombres
}
changes-button-removals = { $count ->
    [one] Quitar esta firma
   *[other] Quitar { $count } firmas
}
changes-button-returns = { $count ->
    [one] Reponer esta firma
   *[other] Reponer { $count } firmas
}
changes-about-hidings = Lo que desea quien firmó queda anotado; en su página privada ve que los organizadores no muestran el nombre.
changes-about-showings = Quien pidió no aparecer sigue sin aparecer.
changes-about-removals = Cada firmante ve en su página privada que los organizadores la quitaron, y aún puede retirarla, obtener sus datos o borrarlos.
changes-about-returns = Vuelven a contar y se muestran como deseaban quienes firmaron.
changes-count-stays = La cuenta pública sigue en { $count }.
changes-count-goes = La cuenta pública pasa de { $before } a { $after }.
changes-names-stay = Los nombres de la página siguen como están.
changes-names-fewer = { $count ->
    [one] Un nombre sale de la página.
   *[other] { $count } nombres salen de la página.
}
changes-names-more = { $count ->
    [one] Un nombre vuelve a la página.
   *[other] { $count } nombres vuelven a la página.
}
changes-left = Quedan como están
changes-why = Por qué
changes-how-many = Cuántas
changes-left-not-counted = No cuentan, así que no aparecen en ninguna parte
changes-left-hidden-already = Ya ocultas por los organizadores
changes-left-hidden-by-signer = Ya ocultas, como desean quienes firmaron
changes-left-not-hidden = No ocultas por los organizadores
changes-left-removed-already = Ya quitadas
changes-left-stands = Cuentan, así que no hay nada que reponer
changes-left-withdrawn = Retiradas por quienes firmaron
changes-left-forgotten = Olvidadas tras el final de la campaña: solo cuentan
changes-sample = Lo que cambiaría
changes-sample-of = { $shown } de { $count }.
changes-now = Ahora
changes-then = Después
changes-undo-hint = Se puede deshacer durante siete días.
changes-back = Volver a la lista sin cambiar nada
changes-nothing-ticked = No se marcó ninguna fila. Vuelve, marca alguna y elige otra vez.
changes-cut = Se encontró más. Las palabras buscadas no se guardan, así que se cambian como mucho { $most } filas a la vez; después puedes seguir con las demás.
changes-differs = No se hizo nada: algo cambió desde que miraste. Así está ahora.
changes-differs-by = No se hizo nada: cuando miraste, habría cambiado { $then } filas; ahora, { $now }. Así está ahora.
changes-headline = Cambios: { $whose }
changes-list-about = Lo que se cambió en las listas, muchas filas a la vez. Cada cambio se puede deshacer durante siete días, salvo lo que salió por correo.
changes-none = Todavía no se ha cambiado nada así. Marca filas de una lista y elige debajo qué hacer con ellas.
changes-done-hidings = Nombres ocultados
changes-done-showings = Nombres mostrados de nuevo
changes-done-removals = Firmas quitadas
changes-done-returns = Firmas repuestas
changes-what = Cambio
changes-who = Por
changes-when = Cuándo
changes-state = Estado
changes-which = Qué filas
changes-changed = Cambiadas
changes-left-alone = Dejadas como están
changes-found = Cuando empezó, encajaban
changes-chosen-rows = Elegidas una a una, o con palabras buscadas, que no se guardan
changes-chosen-every = Todas las filas
changes-chosen-filter = Todas con { $filter }
changes-chosen-network-gone = ya no se guarda
changes-state-running = En marcha
changes-state-done = Hecho
changes-state-cancelled = Detenido
changes-state-undoing = Deshaciéndose
changes-state-undone = Deshecho
changes-lead-running = { $count ->
    [one] Hasta ahora se ha cambiado una fila.
   *[other] Hasta ahora se han cambiado { $count } filas.
}
changes-lead-done = { $count ->
    [one] Se cambió una fila.
   *[other] Se cambiaron { $count } filas.
}
changes-lead-cancelled = { $count ->
    [one] Detenido. Hasta entonces se cambió una fila, y así queda si no se deshace.
   *[other] Detenido. Hasta entonces se cambiaron { $count } filas, y así quedan si no se deshace.
}
changes-progress = { $changed } de { $found }
changes-running = Puedes dejar esta página; el trabajo sigue.
changes-again = Ver cuánto lleva
changes-cancel = Detener aquí
changes-undo = Deshacer
changes-undo-until = Posible hasta el { $when }. Lo que otra persona cambió desde entonces se deja como está.
changes-undo-look = Ver qué haría deshacerlo
changes-undo-over = Han pasado los siete días en que se podía deshacer.
changes-undone-by = { $who } lo deshizo el { $when }: { $count ->
    [one] una fila está como antes
   *[other] { $count } filas están como antes
}, { $left ->
    [0] no se dejó ninguna como estaba
    [one] una se dejó como estaba
   *[other] { $left } se dejaron como estaban
}.
changes-undoing-by = { $who } empezó a deshacerlo el { $when }; hasta ahora { $count ->
    [one] una fila está como antes
   *[other] { $count } filas están como antes
}, { $left ->
    [0] no se dejó ninguna como estaba
    [one] una se dejó como estaba
   *[other] { $left } se dejaron como estaban
}.
changes-undo-cancelled-by = { $who } empezó a deshacerlo el { $when } y se detuvo: { $count ->
    [one] una fila está como antes
   *[other] { $count } filas están como antes
}, { $left ->
    [0] no se dejó ninguna como estaba
    [one] una se dejó como estaba
   *[other] { $left } se dejaron como estaban
}.
changes-undo-headline = Deshacer: { $what }
changes-undo-lead = { $count ->
    [0] No queda nada que deshacer.
    [one] Una fila quedaría como antes.
   *[other] { $count } filas quedarían como antes.
}
changes-undo-touched = { $count ->
    [one] Una cambió desde entonces, por quien firmó o en el escritorio, y se dejaría como está:
   *[other] { $count } cambiaron desde entonces, por quienes firmaron o en el escritorio, y se dejarían como están:
}
changes-undo-button = { $count ->
    [one] Dejar esta fila como antes
   *[other] Dejar { $count } filas como antes
}
changes-to-list = A la lista
changes-to-changes = Todos los cambios
changes-to-change = Volver al cambio
changes-look-reminders = Enviar otra vez la confirmación: { $whose }
changes-look-retries = Intentar correos de nuevo: { $whose }
changes-look-giving-up = Descartar correos: { $whose }
changes-would-reminders = { $count ->
    [0] Nadie recibiría otra vez la confirmación.
    [one] Una persona recibiría otra vez la confirmación.
   *[other] { $count } personas recibirían otra vez la confirmación.
}
changes-would-retries = { $count ->
    [0] No se intentaría de nuevo ningún correo.
    [one] Se intentaría ahora de nuevo un correo.
   *[other] Se intentarían ahora de nuevo { $count } correos.
}
changes-would-giving-up = { $count ->
    [0] No se descartaría ningún correo.
    [one] Se descartaría un correo.
   *[other] Se descartarían { $count } correos.
}
changes-button-reminders = { $count ->
    [one] Enviar este correo
   *[other] Enviar { $count } correos
}
changes-button-retries = { $count ->
    [one] Intentar de nuevo este correo
   *[other] Intentar de nuevo { $count } correos
}
changes-button-giving-up = { $count ->
    [one] Descartar este correo
   *[other] Descartar { $count } correos
}
changes-about-reminders = A cada persona se le recuerda una vez y nunca más; nadie recibe más de tres correos al día, y una dirección con varios envíos recibe un solo correo.
changes-about-retries = El servidor puede rechazarlos otra vez; lo que diga quedará en la bandeja de salida.
changes-about-giving-up = No salen. Quien espere uno puede pedirlo con «enviar de nuevo».
changes-done-reminders = Confirmaciones enviadas otra vez
changes-done-retries = Correos intentados de nuevo
changes-done-giving-up = Correos descartados
changes-left-first-mail = El primer correo aún no ha salido
changes-left-expired = El plazo para confirmar ha pasado
changes-left-closed = La carta no admite nombres
changes-left-signed = Ese nombre ya firmó, o el buzón está completo
changes-left-reminded = Ya se recordó antes
changes-left-capped = En un día fueron tres correos a esa dirección
changes-left-same-address = Se recuerda otro envío de la misma dirección
changes-left-mail-sent = Ya enviados
changes-left-mail-dropped = Ya descartados
changes-left-unknown = No se entienden
changes-stands-waiting = Espera
changes-stands-reminded = Recordado
changes-at-most = Son muchísimos, así que aún no se ha mirado cada uno: son tantos como mucho. Quien ya recibió un recordatorio, tuvo tres correos hoy o ya no puede firmar no recibe ninguno.
changes-no-undo = Lo que sale por correo no se puede deshacer.

# Holding signatures, and letting them count
changes-look-approvals = Aprobar firmas: { $whose }
changes-look-holds = Retener firmas: { $whose }
changes-would-approvals = { $count ->
    [one] Contaría una firma.
   *[other] Contarían { $count } firmas.
}
changes-would-holds = { $count ->
    [one] Se retendría una firma hasta que alguien la mire.
   *[other] Se retendrían { $count } firmas hasta que alguien las mire.
}
changes-button-approvals = { $count ->
    [one] Aprobar una firma
   *[other] Aprobar { $count } firmas
}
changes-button-holds = { $count ->
    [one] Retener una firma
   *[other] Retener { $count } firmas
}
changes-about-approvals = Cuentan desde ahora y se muestran como deseaban quienes firmaron. No se avisa a nadie.
changes-about-holds = No cuentan ni se muestran hasta que alguien las apruebe. Nadie pierde nada: quien firmó ve en su página privada que se está mirando.
changes-done-approvals = Firmas aprobadas
changes-done-holds = Firmas retenidas
changes-left-not-held = No están retenidas
changes-left-held-already = Ya retenidas

# As what signatures are removed
changes-class = Quitarlas como
changes-class-hint = La página de la carta cuenta abiertamente cuántas se quitaron y como qué.
changes-class-missing = Di como qué se quitan. No se ha cambiado nada.
changes-class-of = Quitada como
changes-class-false = Falsas: no hay nadie detrás
changes-class-duplicate = Duplicadas: alguien firmó más de una vez
changes-class-abusive = Ofensivas: el nombre o las palabras insultan o se burlan
changes-class-other = Otra cosa
