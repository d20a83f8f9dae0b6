# Actos: las páginas, el formulario, la página privada, los correos, el escritorio y la puerta.

events-list-headline = Dónde acudir
events-none-ahead = De momento no hay nada anunciado.
events-over = Ya celebrados
events-called-off = anulado
events-feed = En tu calendario
events-feed-words = Un calendario suscrito a esta dirección muestra todos los actos de la campaña y cada cambio de hora o de lugar.
events-feed-link = El calendario de la campaña
events-to-calendar = Ponerlo en un calendario
events-kind-protest = Protesta
events-kind-picket = Piquete
events-kind-call-in = Llamadas
events-kind-online = Reunión en línea
events-from-until = { $from }, hasta las { $until }
events-twice-first = esa noche se atrasan los relojes; se trata de { $when }, la primera vez que la muestran
events-twice-second = esa noche se atrasan los relojes; se trata de { $when }, la segunda vez que la muestran
events-twice-ends-first = esa noche se atrasan los relojes; acaba a las { $when }, la primera vez que la muestran
events-twice-ends-second = esa noche se atrasan los relojes; acaba a las { $when }, la segunda vez que la muestran
events-what = Qué
events-when = Cuándo
events-where = Dónde
events-how-many = Quién acude
events-bring = Qué llevar
events-access = Cómo llegar
events-hosts = Convocan
events-times = Horas y lugares
events-is-over = ya pasó
events-place-later = Se dice a quien acude, en su página privada y por correo.
events-place-when-coming = Se dice aquí cuando tengas plaza.
events-numbers = { $people ->
    [0] Nadie ha dicho todavía que acude.
    [one] Acude una persona.
   *[other] Acuden { $people } personas.
}
events-numbers-rounded = Acuden más de { $people } personas.
events-room-left = { $left ->
    [one] Queda una de { $of } plazas.
   *[other] Quedan { $left } de { $of } plazas.
}
events-room-some = Quedan plazas.
events-room-full = Todas las plazas están ocupadas. Puedes ponerte a la espera: lo que queda libre se ofrece por turno.
events-form-title = Voy a ir
events-slot = Qué hora y lugar
events-name = ¿Cómo te llamamos?
events-name-hint = No tiene que ser tu nombre. Nunca se muestra en público.
events-email = Correo electrónico
events-email-hint = Allí va tu enlace privado, con cada cambio de hora o de lugar. No se muestra.
events-people = Cuántos vais
events-people-hint = Cuéntate también; { $most } como máximo.
events-choose = Elige
events-send = Voy a ir
events-form-days = { $days ->
    [one] Un día después del acto se olvida quién acudió.
   *[other] { $days } días después del acto se olvida quién acudió.
}
events-mistakes = { $n ->
    [one] Queda una cosa por corregir
   *[other] Quedan { $n } cosas por corregir
}
events-too-many = Demasiados envíos a la vez desde tu red
events-too-many-words = { $seconds ->
    [one] No se ha guardado nada. Vuelve a enviarlo en un segundo.
   *[other] No se ha guardado nada. Vuelve a enviarlo en { $seconds } segundos.
}
events-fault-missing = Esto hace falta.
events-fault-too-long = { $most } caracteres como máximo.
events-fault-unprintable = Contiene un salto de línea o un carácter que no se ve. Escríbelo de nuevo.
events-fault-link = Un nombre no lleva dirección web.
events-fault-email = A esta dirección no puede llegar correo. Mírala otra vez.
events-fault-people = Un número del 1 al { $most }.
events-fault-room = En total hay sitio para { $most }. Juntos podéis ir menos.
events-fault-slot = Elige uno que aún esté por llegar.
events-fault-choice = Elige una de estas.
events-shut-title = No se admiten más nombres
events-shut-cancelled = No se celebra. A quien quería acudir se le ha dicho por correo.
events-shut-over = Ya pasó.
events-shut-closed = Se celebra, pero no admite más nombres.
events-inbox-headline = Mira tu correo
events-inbox-lead = Abre el enlace que te enviamos y pulsa allí el botón: entonces queda dicho que vas.
events-inbox-words = Se trata de { $event }. Quien ya lo había dicho recibe en su lugar el enlace a su página.
events-inbox-most = No cada formulario trae un correo propio: después de tres en un día, lo demás que se diga desde el mismo buzón va junto en uno más. Todo lo que espera un botón está también detrás de cada uno de esos enlaces.
events-inbox-days = { $days ->
    [one] Lo que nadie confirma en un día se borra.
   *[other] Lo que nadie confirma en { $days } días se borra.
}
events-own-unconfirmed = ¿Vas a ir?
events-own-coming = Vas a ir
events-own-waiting = Estás a la espera
events-own-offered = Una plaza para ti
events-own-cancelled = No vas a ir
events-own-lapsed = La plaza pasó a otra persona
events-own-called-off = Anulado
events-lead-unconfirmed = Pulsa el botón y queda dicho.
events-lead-coming = { $people ->
    [one] Tienes plaza. Te escribimos si cambian la hora o el lugar.
   *[other] Tenéis plaza { $people } personas. Te escribimos si cambian la hora o el lugar.
}
events-lead-waiting = { $before ->
    [0] Todas las plazas están ocupadas y vas primero en la espera. Cuando quede una libre, te la ofrecemos por correo.
    [one] Todas las plazas están ocupadas; hay una persona antes que tú. Lo que queda libre se ofrece por turno, por correo.
   *[other] Todas las plazas están ocupadas; hay { $before } antes que tú. Lo que queda libre se ofrece por turno, por correo.
}
events-lead-waiting-together = Se te ofrece cuando haya { $people } plazas libres a la vez; si son menos, pasan a quien espera detrás. Si vais a ser menos, dilo abajo.
events-lead-waiting-fewer = { $before ->
    [0] Plazas libres: { $left }, menos de las { $people } que necesitáis; vas primero en la espera.
    [one] Plazas libres: { $left }, menos de las { $people } que necesitáis; hay una persona antes que tú.
   *[other] Plazas libres: { $left }, menos de las { $people } que necesitáis; hay { $before } antes que tú.
}
events-lead-waiting-never = En total hay sitio para { $capacity }, así que las { $people } personas nunca tendréis plaza juntas. Si vais a ser menos, dilo abajo.
events-lead-offered = Ha quedado una plaza libre y se te guarda hasta { $until }. Después pasa a quien sigue.
events-lead-cancelled = Dijiste que no vas.
events-lead-lapsed = Se te guardó una plaza que nadie tomó a tiempo, así que se ofreció a quien sigue.
events-lead-called-off = Los organizadores lo han anulado. No tienes que hacer nada.
events-lead-over = Ya pasó.
events-confirm-button = Sí, voy a ir
events-accept-button = Tomar la plaza
events-again-button = Al final sí voy
events-event = Acto
events-ticket = Tu entrada
events-ticket-words = Enséñala en la puerta, o di cómo te llamamos.
events-correct = Cambiarlo
events-correct-words = Podéis ir más mientras haya sitio.
events-correct-button = Guardar
events-others = También desde este buzón
events-others-words = Esto se dijo con la misma dirección y nadie ha pulsado todavía su botón. Ábrelo para decir que vas, o déjalo: se borra solo.
events-cancel = No voy
events-cancel-words = Tu plaza pasa a quien sigue. Por el mismo enlace puedes cambiar de idea.
events-cancel-button = No voy a ir
events-no-room = No hay sitio para tantos más
events-no-room-words = No se ha cambiado nada: tenéis plaza los mismos que antes.
events-done-accepted = La plaza es tuya.
events-done-corrected = Guardado.
events-done-too-late = No se ha cambiado nada: ya era tarde.
events-done-known = Desde este buzón ya acude alguien, o está a la espera. Esta es esa página; aquí puede cambiarse.
events-gone-headline = Aquí no hay nada
events-gone-lead = Este enlace ya no lleva a ninguna parte.
events-gone-words = Se cortó, o se borró aquello a lo que llevaba: lo que nadie confirma se borra a los treinta días, y quién acudió se olvida treinta días después del acto.
events-all = Todas las horas y lugares

events-mail-place = Dónde: { $place }.
events-mail-link-subject = ¿Vas a ir? { $event }
events-mail-link-opening = Alguien, probablemente tú, dijo como «{ $name }» que va a ir: { $when }.
events-mail-link-ask = Abre el enlace y pulsa allí el botón: entonces queda dicho.
events-mail-link-button = Decir que voy
events-mail-link-closing = Si no fuiste tú, no hagas nada: se borra solo.
events-mail-known-subject = Ya lo habías dicho: { $event }
events-mail-known-opening = El formulario de este acto se envió otra vez con tu dirección. Ya habías dicho que vas: { $when }.
events-mail-known-ask = En tu página ves cómo está y puedes cambiarlo o anularlo.
events-mail-own-button = Abrir mi página
events-mail-own-closing = Por el mismo enlace puedes cambiar cuántos vais, o anularlo.
events-mail-coming-subject = Vas a ir: { $event }
events-mail-coming-opening = Tienes plaza, { $name }: { $when }.
events-mail-coming-ask = Tu entrada y el archivo para tu calendario están en tu página.
events-mail-waiting-subject = Estás a la espera: { $event }
events-mail-waiting-opening = { $people ->
    [one] Todas las plazas están ocupadas: { $when }.
   *[other] De momento no hay { $people } plazas libres: { $when }.
}
events-mail-waiting-ask = Cuando quede una libre, se ofrece por turno, por correo.
events-mail-offer-subject = Hay una plaza: { $event }
events-mail-offer-opening = Ha quedado una plaza libre: { $when }. Se te guarda hasta { $until }.
events-mail-offer-ask = Abre tu página y tómala; después pasa a quien sigue.
events-mail-offer-button = Tomar la plaza
events-mail-offer-closing = Si no puedes ir, déjala allí, para que quien sigue lo sepa antes.
events-mail-lapsed-subject = La plaza pasó a otra persona: { $event }
events-mail-lapsed-opening = La plaza que se te guardaba no se tomó a tiempo y se ofreció a quien sigue.
events-mail-lapsed-ask = Si aún quieres ir, dilo en tu página: vuelves a la espera.
events-mail-reminder-subject = Pronto: { $event }
events-mail-reminder-opening = Dijiste que vas, { $name }: { $when }.
events-mail-reminder-ask = Si no puedes, dilo en tu página, para que pueda ir otra persona.
events-mail-changed-subject = Cambio: { $event }
events-mail-changed-opening = Han cambiado la hora o el lugar. Ahora es: { $when }.
events-mail-changed-ask = Si así no puedes ir, dilo en tu página.
events-mail-again-subject = Al final se celebra: { $event }
events-mail-again-opening = Se había anulado y al final se celebra: { $when }.
events-mail-again-ask = Lo que habías dicho vuelve a valer. Si no puedes ir, dilo en tu página.
events-mail-cancelled-subject = Anulado: { $event }
events-mail-cancelled-opening = No se celebra: { $when }.
events-mail-cancelled-ask = No tienes que hacer nada.
events-mail-cancelled-closing = Si los organizadores lo convocan de nuevo, te lo diremos.
events-mail-why = Recibes este correo porque se dio tu dirección para { $event }, de { $group }.

events-desk-headline = Actos: { $campaign }
events-desk-none = Todavía no hay ningún acto.
events-desk-over-full = Vienen más personas de las que caben. Nadie pierde su plaza por eso; lo que quede libre se ofrece de nuevo cuando vengan menos de las que caben. Escríbeles si son demasiadas.
events-desk-nobody = Todavía nadie.
events-desk-new = Anunciar un acto
events-desk-coming = Acuden
events-desk-capacity = Plazas
events-desk-unbounded = cuantos acudan
events-desk-offered = Ofrecidas
events-desk-waiting = A la espera
events-desk-arrived = Dentro
events-desk-name = Nombre
events-desk-people = Personas
events-desk-since = Desde
events-desk-page = La página pública
events-desk-edit = Cambiarlo
events-desk-table = Quién acude, en una tabla
events-desk-door = La puerta
events-desk-sheet = La lista para imprimir
events-desk-done-saved = Guardado. A quien acude se le dice por correo si cambiaron la hora o el lugar.
events-desk-done-removed = Retirado. A quien quería acudir se le dice por correo.
events-status-open = Admite nombres
events-status-closed = Se celebra, no admite nombres
events-status-cancelled = Anulado
events-state-unconfirmed = Sin confirmar
events-state-coming = Acuden
events-state-waiting = A la espera
events-state-offered = Con plaza ofrecida
events-state-cancelled = No acuden
events-state-lapsed = Dejaron pasar la oferta
events-sheet-as-of = A fecha de { $moment }.
events-sheet-people = { $people ->
    [one] Acude una persona.
   *[other] Acuden { $people } personas.
}
events-sheet-in = Dentro
events-sheet-notes = Respuestas
events-door-headline = La puerta: { $event }
events-door-of = { $coming ->
    [one] dentro; una persona dijo que acude.
   *[other] dentro; { $coming } personas dijeron que acuden.
}
events-door-words = Busca un nombre, o deja que la cámara de este teléfono lea la entrada. Sin red la página sigue funcionando donde hay scripts: lo que anotas espera en el teléfono.
events-door-party = { $people ->
    [one] una persona
   *[other] { $people } personas
}
events-door-let-in = Dejar pasar
events-door-is-in = está dentro
events-door-undo = No pasó
events-door-scan = Leer entradas
events-door-forget = Olvidar la lista en este teléfono
events-door-walk-in = Sin haberlo dicho antes
events-door-walk-in-words = A quien llega sin haberlo dicho se le cuenta, y no se anota nada más.
events-door-one-more = Uno más
events-door-list = Quién acude
events-door-find = Buscar un nombre
events-door-cut = Acuden más de los que caben en esta página: figuran los primeros 5.000. A los demás los encuentra su entrada.
events-door-done-in = Ha pasado.
events-door-done-undone = Deshecho.
events-door-done-already = Ya habían pasado antes. Pregunta antes de dejar pasar otra vez con esta entrada o este nombre.
events-door-done-counted = Contado.
events-door-since = desde las { $when }
events-door-already = { $who }: ya había pasado, a las { $when }, por otra puerta o con una entrada copiada.
events-door-by-ticket = Con una entrada que no estaba en la lista han pasado: { $people }.
events-door-somebody = Quien mostró esa entrada
events-door-seen = Lo he visto
events-door-walk-in-undo = Quitar el último
events-door-gone = Este acto se retiró, o no te corresponde verlo: lo anotado sigue en este teléfono.
events-door-unknown = Se leyó una entrada que aquí no es de nadie.
events-door-unlisted = No está en la lista de este teléfono: queda anotada y se mira en cuanto haya red.
events-door-waiting = Por enviar:
events-door-sent = Todo está enviado.
events-door-offline = Sin red: sigue anotando, no se pierde nada.
events-door-signed-out = Entra de nuevo en otra pestaña: lo anotado sigue en este teléfono hasta que se envíe.
events-door-no-camera = No se puede usar la cámara. Permítela, o busca el nombre.
events-door-left = Queda algo por enviar. Espera a tener red y olvida después la lista.

events-form-what = El acto
events-form-slug = Su nombre en los enlaces
events-form-slug-hint = Minúsculas, cifras y guiones, como ante-la-sala. Ya no cambia.
events-form-status = Estado
events-form-zone = Zona horaria, si no es la de la campaña
events-form-zone-hint = Como Europe/Madrid. Vacío: { $zone }.
events-form-name = Cómo se llama
events-form-words = Qué es, en unas frases
events-form-access-hint = Escalones, asientos, intérpretes, aseos: lo que hay que saber antes de salir.
events-form-host = Convocado con { $partner }
events-form-slot = Hora y lugar { $number }
events-form-slot-more = Déjalo vacío si no hay otro.
events-form-slot-name = Cómo se llama esta hora
events-form-slot-name-hint = Hace falta si hay varias: «A mediodía, con discursos».
events-form-starts = Empieza
events-form-ends = Acaba
events-form-clock = Según el reloj de { $zone }.
events-form-twice = De cuál de las dos horas se trata
events-form-ends-twice = A cuál de las dos horas acaba
events-form-twice-none = De ninguna: el reloj la muestra una vez
events-form-twice-first = De la primera, antes de atrasar los relojes
events-form-twice-second = De la segunda, después de atrasarlos
events-form-capacity-hint = Para cuántas personas hay sitio. Vacío: caben todas.
events-form-shown = Quién ve qué
events-form-place-for = El lugar se dice
events-form-place-everybody = a todo el mundo
events-form-place-coming = a quien tiene plaza, en su página y por correo
events-form-numbers = De cuántos acuden, la página dice
events-form-numbers-nothing = nada
events-form-numbers-people = cuántas personas y cuántas plazas quedan
events-form-numbers-rounded = más de tantas, redondeando hacia abajo; nada por debajo de diez
events-form-party = Cuántas personas pueden ir con un formulario
events-form-reminders = Recordatorios, en horas antes de empezar
events-form-reminders-hint = Como 24, 3. Vacío: ninguno.
events-form-save = Guardar
events-form-leave = Volver sin guardar
events-form-conflict = Otra persona ha guardado entretanto
events-form-conflict-words = Lo que escribiste sigue abajo. Mira en otra pestaña lo que cambió y vuelve a guardar.
events-form-others = No cuadra con los archivos de la campaña
events-form-remove = Retirarlo
events-form-remove-words = Deja la página, y a quien quería acudir se le dice que no se celebra. Para anularlo y dejarlo en la página, cambia su estado.
events-form-remove-button = Retirar el acto
events-fault-slug = Minúsculas, cifras y guiones sueltos.
events-fault-slug-taken = Otro acto se llama así.
events-fault-reminders = Horas enteras de 1 a 168, con comas entre ellas.
events-fault-clock = Esto no es un día y una hora.
events-fault-zone = Ninguna zona horaria se llama así. Escríbela como Europe/Madrid.
events-fault-skipped = Los relojes se adelantan sobre esa hora, así que nunca llega. { $then } sí.
events-fault-twice = Esa noche se atrasan los relojes y muestran esta hora dos veces: una como { $first } y otra como { $second }. Di de cuál se trata.
events-fault-ends = Acaba antes de empezar.
events-fault-no-time = Di cuándo es.
