# Goals: what a campaign wants to reach, and what happens then.

goals-title = Metas
goals-description = Qué quiere alcanzar { $campaign }, cuánto falta y cuáles eran sus metas antes de cambiarlas.
goals-lead = Lo que { $campaign } quiere alcanzar. Si una meta se cambió o se retiró, esta página lo dice.
goals-none = No hay metas.
goals-signatures = { $n ->
    [one] { $n } firma
   *[other] { $n } firmas
}
goals-signatures-of = { $n ->
    [one] { $n } firma en «{ $letter }»
   *[other] { $n } firmas en «{ $letter }»
}
goals-people = { $n ->
    [one] { $n } persona que viene a «{ $event }»
   *[other] { $n } personas que vienen a «{ $event }»
}
goals-money = { $amount } para «{ $fundraiser }»
goals-reached = Alcanzada el { $moment }.
goals-reached-with = Alcanzada el { $moment }, con { $n }.
goals-reached-and-fell = Alcanzada el { $moment }, con { $n }. Desde entonces se han retirado algunas: ahora son { $now }.
goals-money-reached-with = Alcanzada el { $moment }, con { $n }.
goals-money-reached-and-fell = Alcanzada el { $moment }, con { $n }. Desde entonces una parte se retiró, se rechazó o se devolvió, o está aún por pagar: ahora son { $now }.
goals-so-far = { $n } hasta ahora, a { $moment }.
goals-money-so-far = { $n } prometidos o donados hasta ahora, a { $moment }.
goals-open = Aún no se ha alcanzado.
goals-came = Ese momento ha llegado.
goals-closes = Cuando se alcance, { $letter } no admitirá más nombres.
goals-closed = { $letter } no admite más nombres.
goals-was = Hasta el { $until } la meta era: { $goal }. No se alcanzó.
goals-was-reached = Hasta el { $until } la meta era: { $goal }. Se alcanzó el { $moment }.
goals-gone = Ya no son metas
goals-gone-words = El equipo de la campaña las retiró.
goals-timeline-reached = Meta alcanzada: { $goal }
goals-timeline-moved = La meta cambió: { $goal }, y ya no { $before }
goals-timeline-gone = Se retiró la meta: { $goal }

goals-desk-headline = Metas: { $campaign }
goals-desk-words = Todo el mundo ve las metas, cuánto falta y cuáles eran antes de cambiarlas.
goals-desk-public = La página pública
goals-desk-none = Aún no hay metas. Un número de firmas que se pueda alcanzar en unos días da a todos un motivo para difundir la carta.
goals-new = Una meta nueva
goals-column-goal = Meta
goals-column-state = Estado
goals-column-then = Cuando se alcance
goals-then-words = se publica un texto
goals-then-organisers = el equipo recibe un correo
goals-then-partners = las organizaciones aliadas reciben un correo
goals-then-closes = «{ $letter }» no admite más nombres
goals-then-nothing = nada más
goals-done-saved = Guardado.
goals-done-removed = La meta se retiró.
goals-form-words = Lo que ocurre al alcanzarla ocurre una sola vez. Una meta que se cambia empieza de nuevo, y todo el mundo puede ver cuál era antes.
goals-reach = Qué hay que alcanzar
goals-measure-signatures = Un número de firmas
goals-measure-letter = Un número de firmas en «{ $letter }»
goals-measure-event = Un número de personas que vienen a «{ $event }»
goals-measure-money = Una cantidad en { $currency } para «{ $fundraiser }»
goals-measure-moment = Un día y una hora
goals-reach-elsewhere = El dinero que se recauda en otro sitio no puede ser una meta: su total se escribe a mano, y una meta cuenta lo que entró aquí. Elige una recaudación que lo reciba aquí, o un número de firmas.
goals-number = Cuántas
goals-number-hint = Para firmas y personas.
goals-money-level = Cuánto dinero
goals-money-level-hint = Para una recaudación: en su moneda, que no se escribe, como 1500. Lo que cubre comisiones no cuenta.
goals-moment = Día y hora
goals-moment-hint = Según el reloj de la campaña; solo si se trata de un día y una hora.
goals-twice = Cuál de las dos
goals-twice-none = Elige
goals-twice-first = La primera
goals-twice-second = La segunda
goals-words = Texto que se publica entonces
goals-words-hint = Aparece en la página de la campaña. { $most } caracteres como máximo.
goals-mail-organisers = Avisar al equipo por correo
goals-mail-partners = Avisar por correo a las organizaciones aliadas
goals-closing = Una carta que entonces no admite más nombres
goals-closing-hint = Quien no haya confirmado hasta entonces no cuenta. Se abre de nuevo si la meta se cambia o se retira.
goals-closes-none = Ninguna
goals-save = Guardar
goals-leave = Todas las metas
goals-remove = Retirar la meta
goals-remove-words = Deja de ser una meta. La página pública dice que lo fue.
goals-remove-button = Retirarla
goals-conflict = Alguien más cambió la campaña mientras tanto.
goals-conflict-words = Lo que escribiste está abajo. Mira las metas como están ahora y guarda de nuevo.
goals-already = Esto ya está alcanzado
goals-already-words = En cuanto se guarde se publica su texto, salen los correos y se cierra la carta, si así está puesto, y todo el mundo ve que se alcanzó. Si es lo que quieres, dilo abajo y guarda de nuevo.
goals-sure = Sí, ya está alcanzado
goals-fault-letter = La campaña no tiene esa carta.
goals-others = Así la campaña no es coherente
goals-mistakes = { $n ->
    [one] Hay que cambiar un campo
   *[other] Hay que cambiar { $n } campos
}
goals-fault-missing = Escríbelo en todos los idiomas, o en ninguno.
goals-fault-too-long = { $most } caracteres como máximo.
goals-fault-unprintable = Contiene caracteres que no se pueden mostrar.
goals-fault-measure = Elige qué hay que alcanzar.
goals-fault-number = Un número entero de 1 a { $most }.
goals-fault-money = Una cantidad en cifras y sin la moneda, como 1500.
goals-fault-money-nothing = Eso no es nada. Escribe una cantidad, como 1500.
goals-fault-money-too-much = Eso es más de lo que se puede contar. Escribe menos.
goals-fault-money-whole = { $currency } no tiene decimales. Escribe un número entero.
goals-fault-money-too-fine = Tiene demasiados decimales: { $currency } tiene { $digits }.
goals-fault-clock = Un día y una hora, como 2018-09-25 11:30.
goals-fault-skipped = Los relojes se adelantan sobre esa hora. Escribe { $then } o una hora anterior.
goals-fault-twice = Los relojes marcan esa hora dos veces ese día: { $first } y { $second }. Elige una abajo.
goals-fault-too-many = Una campaña tiene { $most } metas como máximo. Retira una primero.

goals-mail-subject = Meta alcanzada: { $goal } ({ $campaign })
goals-mail-opening = { $name }: el { $moment } se alcanzó una meta de «{ $campaign }»: { $goal }.
goals-mail-button = Todas las metas
goals-mail-closed = Desde entonces, «{ $letter }» no admite más nombres.
goals-mail-why = Recibes este correo porque trabajas en esta campaña de { $group }. Se envía una sola vez.
