# Fundraisers: money that a campaign asks for, what was promised, and what became of it.

fundraisers-title = Recaudaciones
fundraisers-description = Para qué pide dinero { $campaign }, cuánto se ha reunido y adónde fue.
fundraisers-lead = Aquello para lo que { $campaign } pide dinero.
fundraisers-none = No hay recaudaciones.
fundraisers-all = Todas las recaudaciones
fundraisers-fundraiser = Recaudación

fundraisers-state-pledged = { $sum } de { $goal }, prometidos por { $n ->
    [one] { $n } persona
   *[other] { $n } personas
}, hasta el { $ends }.
fundraisers-state-undecided = { $sum } de { $goal } prometidos por { $n ->
    [one] { $n } persona
   *[other] { $n } personas
} cuando terminó el { $ends }. Se está decidiendo qué sigue.
fundraisers-state-given = { $sum } de { $goal }, donados por { $n ->
    [one] { $n } persona
   *[other] { $n } personas
}, hasta el { $ends }.
fundraisers-state-paid = { $sum } de { $goal }, pagados por { $n ->
    [one] { $n } persona
   *[other] { $n } personas
}.
fundraisers-state-ended = Cuando terminó, el { $ends }, se habían prometido { $sum } de { $goal }.
fundraisers-as-of = A { $moment }.
fundraisers-outcome-missed = No se alcanzó la meta. No se cobró a nadie.
fundraisers-outcome-over = Esta recaudación ha terminado.
fundraisers-outcome-charging = Al terminar estaba alcanzada la meta, con { $with }. Se están cobrando las promesas: aún están por llegar { $open }.
fundraisers-outcome-met = Se alcanzó la meta y se recibieron { $paid }.
fundraisers-outcome-short = Al terminar se habían prometido { $with }. No se pudo cobrar todo: se recibieron { $paid }, menos que la meta de { $goal }.
fundraisers-outcome-given-back = Al terminar se habían prometido { $with }. No se pudo cobrar todo y se recibió menos que la meta de { $goal }. Tal como nos comprometimos, se devuelve a cada persona lo que pagó.

fundraisers-items = Qué se paga con el dinero
fundraisers-item-price = { $count }, a { $price } cada unidad
fundraisers-item-state = Cubierto: { $n } de { $count }
fundraisers-item-number = { $item } ({ $n } de { $count })
fundraisers-promise = A qué nos comprometemos
fundraisers-promise-all-spend = No se cobra a nadie si al terminar no se han prometido { $goal }. Si entonces se rechaza una tarjeta, quien la dio tiene { $days ->
    [one] { $days } día
   *[other] { $days } días
} para pagar de otra forma. Si aun así se recibe menos que la meta, lo recibido se gasta como se dice más abajo.
fundraisers-promise-all-give-back = No se cobra a nadie si al terminar no se han prometido { $goal }. Si entonces se rechaza una tarjeta, quien la dio tiene { $days ->
    [one] { $days } día
   *[other] { $days } días
} para pagar de otra forma. Si aun así se recibe menos que la meta, se devuelve a cada persona lo que pagó.
fundraisers-promise-keep = Cada donación se cobra en el momento, se reúnan o no { $goal }.

fundraisers-pledge = Hacer una promesa
fundraisers-give = Donar
fundraisers-amount = Importe
fundraisers-other = Otro importe
fundraisers-other-label = Otro importe, en { $currency }
fundraisers-cover = Añadir lo que se queda el proveedor de pagos ({ $percent } % y { $fixed })
fundraisers-name = Tu nombre
fundraisers-name-hint = Para el recibo. Solo se muestra si lo dices más abajo.
fundraisers-email = Tu correo electrónico
fundraisers-email-hint = Para el recibo, y para decirte cómo termina.
fundraisers-more = En nombre de una organización, en memoria de alguien, unas palabras
fundraisers-organisation = En nombre de una organización
fundraisers-memory = En memoria de
fundraisers-words = Unas palabras para que las lea todo el mundo
fundraisers-words-hint = Aparecen en esta página, también si no aparece tu nombre.
fundraisers-named = Mostrar mi nombre
fundraisers-show-amount = Mostrar el importe
fundraisers-send = Seguir al pago
fundraisers-form-words = La tarjeta se te pide en la página del propio proveedor de pagos. Aquí no la vemos nunca.
fundraisers-mistakes = { $n ->
    [one] Hay que cambiar un campo
   *[other] Hay que cambiar { $n } campos
}
fundraisers-too-many = Demasiado de golpe
fundraisers-too-many-words = Llegaron demasiadas promesas desde tu red. Inténtalo otra vez dentro de { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}. Lo que escribiste sigue aquí.
fundraisers-shut-ended = Esta recaudación ha terminado.
fundraisers-shut-closed = De momento nadie puede donar aquí.
fundraisers-shut-no-provider = El equipo de la campaña aún no ha dispuesto cómo se recibe el dinero.
fundraisers-shut-stopped = En una hora se rechazaron demasiadas tarjetas, así que durante un rato no se admiten pagos. Vuelve más tarde.
fundraisers-elsewhere = El dinero para esto se recibe en otro sitio, que te dice qué pasa con tus datos.
fundraisers-elsewhere-link = Donar en el otro sitio

fundraisers-givers = Quiénes han dado
fundraisers-givers-none = Todavía nadie.
fundraisers-anonymous = Alguien
fundraisers-name-of = { $name }, en nombre de { $organisation }
fundraisers-in-memory = En memoria de { $memory }
fundraisers-unlisted = { $n ->
    [one] Y { $n } persona que no figura aquí.
   *[other] Y { $n } personas que no figuran aquí.
}
fundraisers-went = Adónde fue el dinero
fundraisers-went-given = Recibido
fundraisers-went-fees = Se lo quedó el proveedor de pagos
fundraisers-went-refunded = Devuelto
fundraisers-went-disputed = Recuperado por bancos
fundraisers-went-provider = Todavía en el proveedor de pagos
fundraisers-went-bank = En el banco
fundraisers-invoices = Facturas
fundraisers-invoice-file = La factura (PDF)

fundraisers-onward-title = Al pago
fundraisers-onward-sets-up = Prometes { $amount }. En la página siguiente das una tarjeta. Ahora no se cobra nada.
fundraisers-onward-pays = Donas { $amount }. En la página siguiente pagas con tarjeta.
fundraisers-onward-words = La página siguiente la lleva { $host }. Tu tarjeta se queda allí.
fundraisers-onward-link = A la página de pago
fundraisers-onward-back = Ahora no
fundraisers-inbox-title = Mira tu correo
fundraisers-inbox-lead = Te hemos enviado un enlace. Desde él se sigue al pago.
fundraisers-inbox-words = En este momento hay quien prueba muchas tarjetas ajenas. Por eso pedimos a quien da a «{ $fundraiser }» que siga por correo.
fundraisers-gone-title = Este enlace no lleva a ninguna parte
fundraisers-gone-words = No está completo, o se borró aquello a lo que llevaba.

fundraisers-own-begun-title = Aún sin pagar
fundraisers-own-pledged-title = Tu promesa
fundraisers-own-declined-title = Se rechazó tu tarjeta
fundraisers-own-paid-title = Gracias
fundraisers-own-over-title = Tu promesa ha terminado
fundraisers-own-refunded-title = Devuelto
fundraisers-own-begun = Todavía no has dado una forma de pagar { $amount }, así que no hay nada prometido.
fundraisers-own-begun-asked = Esta recaudación ha terminado. Se está preguntando al proveedor de pagos si antes diste una forma de pagar { $amount }.
fundraisers-own-begun-late = No se prometió nada antes de que terminara esta recaudación.
fundraisers-own-begun-late-keep = No se dio nada antes de que terminara esta recaudación.
fundraisers-own-on-its-way = Tu pago de { $amount } está en camino. Algunos bancos tardan días; cuando haya llegado recibirás un recibo por correo.
fundraisers-own-not-arrived = Tu pago de { $amount } no llegó: tu banco no lo envió. No se dio nada.
fundraisers-own-pledged = Prometes { $amount }. Solo se te cobra si para el { $ends } se han prometido { $goal }.
fundraisers-own-undecided = Prometes { $amount }. El final fue el { $ends }; se está decidiendo si para entonces se habían prometido { $goal }.
fundraisers-own-charging = La meta está alcanzada, y se están cobrando tus { $amount }.
fundraisers-own-declined = La meta está alcanzada, pero tu tarjeta se rechazó al cobrar { $amount }. Puedes pagar de otra forma hasta el { $until }.
fundraisers-own-paid = Diste { $amount }. ¡Gracias!
fundraisers-own-returned = Diste { $amount }, y de ello se devolvieron { $returned }. ¡Gracias!
fundraisers-own-lapsed = Tu tarjeta se rechazó, y ha pasado el plazo para pagar de otra forma. No se te cobró nada.
fundraisers-own-lapsed-refused = Tu compromiso no se pudo cobrar, y no por culpa de tu tarjeta, y ha vencido. Si aun así aparece un pago en el extracto de tu tarjeta, escribe a quienes organizan.
fundraisers-own-released = No se te cobró nada, ni se te cobrará.
fundraisers-own-cancelled = Retiraste esta promesa. No se te cobró nada, ni se te cobrará.
fundraisers-own-transfer-cancelled = Anulaste esta transferencia. Si el dinero llega de todos modos, los organizadores deciden qué hacer con él.
fundraisers-own-transfer-gone = Quien organiza ya no indica ninguna cuenta, así que no transfieras lo que anunciaste. Si ya lo hiciste, avísales.
fundraisers-own-refunding = Se están devolviendo tus { $amount }.
fundraisers-own-refunded = Se devolvieron tus { $amount }. Los bancos tardan unos días en mostrarlo.
fundraisers-own-disputed = Tu banco recuperó { $amount }.
fundraisers-own-looking = Estamos preguntando al proveedor de pagos cómo ha ido. Tarda unos segundos.
fundraisers-own-look = Mirar otra vez
fundraisers-own-pay = Seguir al pago
fundraisers-own-item = Tu donación corresponde a
fundraisers-of-it-fees = De ellos, { $fees } cubren lo que se queda el proveedor de pagos.
fundraisers-receipt = Recibo
fundraisers-own-shown = Lo que puede ver todo el mundo
fundraisers-own-save = Guardar
fundraisers-own-cancel = Retirar la promesa
fundraisers-own-cancel-words = No se te cobra, y deja de contar para la meta.
fundraisers-own-transfer-cancel = Anular la transferencia
fundraisers-own-transfer-cancel-words = Si aún no la has hecho. Entonces nadie la espera.
fundraisers-own-transfer-cancel-button = Anularla
fundraisers-own-cancel-button = Retirarla
fundraisers-done-shown = Guardado.
fundraisers-done-too-late = Eso ya no es posible. Abajo ves cómo está.
fundraisers-done-no-answer = El proveedor de pagos no responde en este momento. No se cobró nada. Inténtalo otra vez dentro de un minuto.
fundraisers-done-too-often = Esto se empezó demasiadas veces. Haz una promesa nueva, o escribe a quien organiza.

fundraisers-fault-missing = Esto hace falta.
fundraisers-fault-too-long = { $most } caracteres como máximo.
fundraisers-fault-unprintable = Contiene caracteres que no se pueden mostrar.
fundraisers-fault-link = Escríbelo sin enlace.
fundraisers-fault-email = Escríbelo como nombre@example.org.
fundraisers-fault-amount = Escribe un importe en cifras, como 25.
fundraisers-fault-too-much = Es más de lo que se puede contar: el máximo es { $most }.
fundraisers-fault-too-fine = Tiene más decimales que esta moneda.
fundraisers-fault-too-small = El mínimo es { $least }.
fundraisers-fault-too-large = Es más que toda la meta, de { $most }. Escribe a quien organiza.
fundraisers-fault-at-once = A una tarjeta se le cobran { $most } de una vez como máximo. Da menos, o escribe a quien organiza.
fundraisers-fault-uneven = Con tarjeta solo se cobran múltiplos de { $step }.
fundraisers-fault-day = Un día, como 2018-09-25.
fundraisers-fault-number-taken = Otro apunte del libro tiene este número. Si este es distinto, añade al número de quién es.
fundraisers-fault-item = Elige qué se pagó.
fundraisers-fault-file = Esto no es un PDF.
fundraisers-fault-file-too-long = Este archivo ocupa más de 4 MB. Elige uno más pequeño.

fundraisers-practice-title = Una página de pago para practicar
fundraisers-practice-note = Esto es una práctica: no se mueve dinero y no se pide ninguna tarjeta.
fundraisers-practice-host = el proveedor de prácticas
fundraisers-practice-over = Esta página ya se usó.
fundraisers-practice-sets-up = Un proveedor de verdad pediría aquí una tarjeta, para cobrar { $amount } más tarde.
fundraisers-practice-pays = Un proveedor de verdad pediría aquí una tarjeta, y cobraría { $amount }.
fundraisers-practice-works = Dar una tarjeta que funciona
fundraisers-practice-declines = Dar una tarjeta que se rechaza más tarde
fundraisers-practice-leave = Salir sin pagar
fundraisers-practice-back = Volver

fundraisers-mail-practice = Esto es una práctica: no se mueve dinero.
fundraisers-mail-why = Recibes este correo porque se dio esta dirección con una promesa para «{ $fundraiser }», de { $group }.
fundraisers-mail-own-button = Ver tu promesa
fundraisers-mail-organisation = Se dio en nombre de { $words }.
fundraisers-mail-memory = Se dio en memoria de { $words }.
fundraisers-mail-item = Corresponde a: { $words }.
fundraisers-mail-link-subject = Sigue con tus { $amount } para { $fundraiser }
fundraisers-mail-link-opening = { $name }: alguien con esta dirección quiere dar { $amount } para «{ $fundraiser }».
fundraisers-mail-link-ask = Si eres tú, sigue al pago. Si no, no pasa nada.
fundraisers-mail-link-button = Seguir al pago
fundraisers-mail-pledged-subject = Prometiste { $amount }: { $fundraiser }
fundraisers-mail-pledged-opening = Gracias, { $name }. Prometiste { $amount } para «{ $fundraiser }».
fundraisers-mail-pledged-ask = Solo se cobra de tu tarjeta si para el { $ends } se han prometido { $goal }. Hasta entonces puedes retirar la promesa.
fundraisers-mail-receipt-subject = Recibo { $receipt }: { $amount } para { $fundraiser }
fundraisers-mail-receipt-opening = Gracias, { $name }. El { $paid } diste { $amount } para «{ $fundraiser }». Este es el recibo { $receipt }, de { $group }.
fundraisers-mail-receipt-ask = En qué se gasta el dinero se cuenta en la página de la recaudación, hasta el último céntimo.
fundraisers-mail-declined-subject = Se rechazó tu tarjeta: { $fundraiser }
fundraisers-mail-declined-opening = { $name }: «{ $fundraiser }» alcanzó su meta, pero tu tarjeta se rechazó al cobrar { $amount }.
fundraisers-mail-declined-ask = Puedes pagar de otra forma hasta el { $until }. Después vence tu promesa.
fundraisers-mail-declined-button = Pagar de otra forma
fundraisers-mail-lapsed-subject = Tu promesa ha vencido: { $fundraiser }
fundraisers-mail-lapsed-opening = { $name }: tu tarjeta se rechazó, y ha pasado el plazo para pagar de otra forma los { $amount } de «{ $fundraiser }».
fundraisers-mail-lapsed-refused-opening = { $name }: tu compromiso de { $amount } para «{ $fundraiser }» no se pudo cobrar. No fue culpa de tu tarjeta.
fundraisers-mail-lapsed-ask = No se te cobró nada. Gracias de todos modos.
fundraisers-mail-lapsed-refused-ask = Ha vencido, y a tu tarjeta ya no se le pedirá nada. Si aun así aparece un pago en su extracto, escríbenos. Gracias de todos modos.
fundraisers-mail-not-arrived-subject = Tu pago no llegó: { $fundraiser }
fundraisers-mail-not-arrived-opening = { $name }: tu pago de { $amount } para «{ $fundraiser }» estaba en camino y no llegó: tu banco no lo envió. No se dio nada, y no debes nada.
fundraisers-mail-not-arrived-ask = Si todavía quieres dar, tu página lleva a otra forma de pagar mientras siga la recaudación.
fundraisers-mail-not-arrived-over = Entretanto, la recaudación ha terminado.
fundraisers-mail-released-subject = No se te cobra: { $fundraiser }
fundraisers-mail-released-opening = { $name }: tu promesa de { $amount } para «{ $fundraiser }» ha terminado: no se alcanzó la meta, o se retiró la recaudación.
fundraisers-mail-released-ask = No se te cobró nada, ni se te cobrará. Gracias de todos modos.
fundraisers-mail-refunded-subject = Se devolvieron tus { $amount }: { $fundraiser }
fundraisers-mail-refunded-opening = { $name }: se devolvieron tus { $amount } para «{ $fundraiser }» (recibo { $receipt }).
fundraisers-mail-refunded-ask = Los bancos tardan unos días en mostrarlo.
fundraisers-mail-returned-subject = Se devolvieron { $returned }: { $fundraiser }
fundraisers-mail-returned-opening = { $name }: de tus { $amount } para «{ $fundraiser }» (recibo { $receipt }) se devolvieron en total { $returned }. El resto sigue en pie.

fundraisers-notice-button = Mirar las recaudaciones
fundraisers-notice-why = Recibes este correo porque cuidas una campaña de { $group }.
fundraisers-notice-met-subject = La meta está alcanzada: { $fundraiser }
fundraisers-notice-met-opening = { $name }: «{ $fundraiser }» ha terminado con { $with } prometidos, de { $goal }. Las promesas se están cobrando ahora.
fundraisers-notice-missed-subject = No se alcanzó la meta: { $fundraiser }
fundraisers-notice-missed-opening = { $name }: «{ $fundraiser }» ha terminado con { $with } prometidos, de { $goal }. No se cobra a nadie, y así se le dice a cada persona.
fundraisers-notice-over-subject = Terminada: { $fundraiser }
fundraisers-notice-over-opening = { $name }: «{ $fundraiser }» ha terminado con { $with } donados, de { $goal }.
fundraisers-notice-settled-subject = Todas las promesas están resueltas: { $fundraiser }
fundraisers-notice-settled-opening = { $name }: para «{ $fundraiser }» se recibieron { $paid }, de { $with } que se habían prometido. Ya no queda ninguna promesa abierta.
fundraisers-notice-given-back-subject = Se devuelve el dinero a todo el mundo: { $fundraiser }
fundraisers-notice-given-back-opening = { $name }: para «{ $fundraiser }» se recibieron { $paid }, menos que la meta de { $goal }. Tal como se anunció, se está devolviendo todo.
fundraisers-notice-stopped-subject = Se rechazan demasiadas tarjetas: { $fundraiser }
fundraisers-notice-stopped-opening = { $name }: de las tarjetas que se probaron para «{ $fundraiser }» en una hora, se rechazaron más de la mitad; quizá alguien prueba tarjetas robadas. No se admiten pagos nuevos con tarjeta hasta el { $until }.
fundraisers-notice-declined-opening = { $name }: de las tarjetas que se probaron para «{ $fundraiser }» en una hora, se rechazaron más de la mitad. Se avisa a quien corresponda, y tiene unos días para pagar de otra forma.
fundraisers-notice-restored-subject = Se restauró una copia y espera: { $fundraiser }
fundraisers-notice-restored-opening = { $name }, se puso en su lugar una copia de seguridad, y «{ $fundraiser }» espera. No se decide nada ni se cobra a ninguna tarjeta hasta que un responsable o quien lleva la tesorería la mire en el escritorio y la retome: quien retiró una promesa desde que se hizo la copia figura de nuevo en ella.
fundraisers-notice-refused-subject = El proveedor no cobra promesas: { $fundraiser }
fundraisers-notice-refused-opening = { $name }: el proveedor de pagos se niega a cobrar promesas para «{ $fundraiser }», o a decir si las cobró, y no se debe a las tarjetas de quienes dan. Lo que dice está en la mesa; puede que la cuenta de allí te necesite. Se le vuelve a preguntar automáticamente durante unos días. Lo que nunca conteste se puede abandonar en la mesa.

fundraisers-desk-headline = Recaudaciones: { $campaign }
fundraisers-desk-intro = Cómo va cada una. Los importes y las referencias de cada donación son para responsables y para quienes llevan la tesorería. Las tarjetas se quedan en el proveedor de pagos.
fundraisers-desk-public = La página pública
fundraisers-desk-to-words = Lo que dicen en público quienes dan
fundraisers-desk-none = Todavía no hay recaudaciones. Se crean aquí, o se escriben en los archivos de la campaña, en fundraisers.toml.
fundraisers-desk-no-provider = No hay ningún proveedor de pagos configurado, así que todavía nadie puede donar.
fundraisers-desk-sums = Promesas por estado
fundraisers-desk-restored-title = Se restauró una copia de seguridad
fundraisers-desk-restored = El { $moment } se puso en su lugar una copia de seguridad. Lo que entró en el proveedor de pagos desde que se hizo se anota por sí solo. Pero quien retiró una promesa desde entonces figura aquí como antes, y falta quien prometió después. No se decide nada ni se cobra a ninguna tarjeta hasta que alguien la retome. Mira antes la lista del proveedor y los correos de quienes dieron; quien retiró una promesa puede volver a hacerlo en su página hasta entonces.
fundraisers-desk-catching-up = Se está preguntando al proveedor de pagos qué entró desde la copia. Inténtalo en un minuto.
fundraisers-desk-go-on = Retomarla
fundraisers-desk-done-gone-on = Sigue adelante: lo que toca se decide y se cobra.
fundraisers-desk-doubts = Lo que no cuadra con el proveedor de pagos
fundraisers-doubt-unknown = El proveedor no conoce este pago.
fundraisers-doubt-less-refunded = El proveedor dice ahora que se devolvió menos de lo que decía antes: quizá el banco no lo aceptó. Míralo allí.
fundraisers-doubt-refused = El proveedor lo rechaza, o no contesta, y se le volverá a preguntar. Dice: { $words }
fundraisers-doubt-given-up = Se abandonó: el proveedor se negó a cobrarlo, o a decir si lo cobró. No se conoce ningún pago suyo. Dijo: { $words }
fundraisers-doubt-not-arrived = El pago { $payment } estaba en camino y no llegó: su banco no lo envió. Se avisa a quien lo hizo.
fundraisers-doubt-unanswered = El proveedor nunca dijo qué pasó con su página, y ya no se le pregunta. Busca allí un pago. Dijo: { $words }
fundraisers-doubt-stray = Llegó dinero que nadie pidió: { $payment }. Míralo en el sitio del proveedor y devuélvelo allí.
fundraisers-column-state = Estado
fundraisers-column-pledges = Promesas
fundraisers-column-reference = Referencia
fundraisers-column-when = Cuándo
fundraisers-column-deed = Devolver
fundraisers-pledge-begun = Empezada
fundraisers-pledge-on-its-way = En camino
fundraisers-pledge-not-arrived = No llegó
fundraisers-pledge-pledged = Prometida
fundraisers-pledge-charging = Cobrándose
fundraisers-pledge-declined = Rechazada
fundraisers-pledge-paid = Pagada
fundraisers-pledge-returned = { $state }; devueltos { $returned }
fundraisers-pledge-lapsed = Vencida
fundraisers-pledge-released = No cobrada
fundraisers-pledge-cancelled = Retirada
fundraisers-pledge-refunding = Devolviéndose
fundraisers-pledge-refunded = Devuelta
fundraisers-pledge-disputed = Recuperada por un banco
fundraisers-desk-refund = Devolver
fundraisers-desk-older = Promesas anteriores
fundraisers-desk-pledges-table = Todas las promesas como tabla (CSV)
fundraisers-desk-ledger-table = El libro como tabla (CSV)
fundraisers-desk-journal = El libro para hledger
fundraisers-desk-payout = Anotar una transferencia
fundraisers-desk-payout-words = Lo que el proveedor de pagos ha enviado a tu banco.
fundraisers-desk-invoice = Anotar una factura
fundraisers-desk-invoice-words = Qué se pagó. Todo el mundo la ve en la página de la recaudación, con su archivo.
fundraisers-desk-enter = Anotar
fundraisers-desk-day = Día
fundraisers-desk-day-hint = Como 2018-09-25.
fundraisers-desk-reference = Referencia
fundraisers-desk-reference-hint = Como llama el proveedor a la transferencia. La misma cuenta una sola vez.
fundraisers-desk-item = Qué se pagó
fundraisers-desk-number = Número de la factura
fundraisers-desk-number-hint = El mismo cuenta una sola vez.
fundraisers-desk-what = De quién, y por qué
fundraisers-desk-what-hint = Esto lo lee todo el mundo.
fundraisers-desk-file = La factura
fundraisers-desk-file-hint = Un PDF de 4 MB como máximo. Todo el mundo puede leerlo: tacha lo que sea personal.
fundraisers-desk-done-entered = Anotado.
fundraisers-desk-done-known = Eso ya está en el libro, así que no se anotó nada.
fundraisers-desk-done-refunding = Se está pidiendo la devolución al proveedor de pagos.
fundraisers-desk-done-given-up = Se ha abandonado, y se avisa a quien lo dio.
fundraisers-desk-being-asked = En este momento se le pregunta al proveedor por él. Vuelve a mirar en un minuto.
fundraisers-desk-words-headline = Lo que dicen quienes dan: { $campaign }
fundraisers-desk-words-intro = Nombres y palabras que aparecen en la página de una recaudación. Puedes ocultarlos de ella; la donación cuenta como antes.
fundraisers-desk-words-none = Todavía nadie ha dicho nada.
fundraisers-desk-words-hide = Ocultar de la página
fundraisers-desk-words-show = Mostrar de nuevo
fundraisers-elsewhere-typed = Allí se habían reunido { $sum } el { $day }, según quienes organizan: aquí no se cuenta.
fundraisers-elsewhere-goal = Se piden { $goal }. Se recaudan en otro sitio.
fundraisers-gifts-title = Tus donaciones
fundraisers-gifts-lead = Lo que llegó de esta dirección para { $group }, por años. Puedes imprimirlo o guardarlo.
fundraisers-gifts-none = Todavía no ha llegado nada de esta dirección.
fundraisers-gifts-sum = En { $year }: { $sum }
fundraisers-gifts-link = Todas tus donaciones, por años

fundraisers-way = ¿Cómo quieres donar?
fundraisers-way-card = Con tarjeta
fundraisers-way-transfer = Por transferencia bancaria
fundraisers-way-no-card = En una hora se rechazaron demasiadas tarjetas, así que por un rato no se admite ninguna. Puedes dar ahora por transferencia, o más tarde con tarjeta.
fundraisers-send-transfer = Ver la cuenta
fundraisers-send-either = Seguir
fundraisers-form-words-transfer = La página siguiente te dice la cuenta y tu referencia. También te llegan por correo.
fundraisers-form-words-either = Con tarjeta sigues en la página del propio proveedor de pagos: aquí no la vemos nunca. Para una transferencia, la página siguiente te dice la cuenta y tu referencia.
fundraisers-own-transfer = Quieres donar { $amount } por transferencia. Cuenta en cuanto haya llegado, y entonces recibes un recibo por correo.
fundraisers-transfer = Adónde transferirlo
fundraisers-transfer-words = Escribe la referencia tal como está aquí: por ella sabemos que el dinero es tuyo.
fundraisers-transfer-to = A nombre de
fundraisers-transfer-iban = Número de cuenta (IBAN)
fundraisers-transfer-bic = Código del banco (BIC)
fundraisers-transfer-reference = Referencia
fundraisers-transfer-code = Un código QR con la cuenta, el importe y la referencia
fundraisers-transfer-code-words = La mayoría de las aplicaciones bancarias de la zona euro pueden leer este código y rellenarlo todo.
fundraisers-transfer-changed = La cuenta cambió el { $day }, después de que anunciaras esto. Cuando lo anunciaste era { $was }. Si ya transferiste a esa, avisa a quien organiza, con la referencia.
fundraisers-mail-transfer-subject = Cómo transferir { $amount }: { $fundraiser }
fundraisers-mail-transfer-opening = Gracias, { $name }. Quieres donar { $amount } por transferencia para «{ $fundraiser }». Cuenta en cuanto haya llegado.
fundraisers-mail-transfer-ask = Transfiere { $amount } a { $holder }, IBAN { $iban }, con la referencia { $reference }.
fundraisers-mail-transfer-bic = El BIC del banco es { $bic }.
fundraisers-mail-transfer-button = Ver cuenta y referencia

fundraisers-statements = Transferencias y extractos
fundraisers-statements-headline = Transferencias: { $fundraiser }
fundraisers-announced = { $n ->
    [0] No hay ninguna transferencia anunciada que no haya llegado.
    [one] { $n } transferencia de { $sum } está anunciada y no ha llegado.
   *[other] { $n } transferencias de { $sum } están anunciadas y no han llegado.
}
fundraisers-announced-list = Anunciadas y por llegar
fundraisers-statement-upload = Subir un extracto
fundraisers-statement-words = Un archivo de tu banco de esta cuenta. Lo que tiene la referencia y el importe de una transferencia anunciada se anota en el momento; lo que puede serlo se te muestra. Del archivo no se guarda nada más, salvo qué son las columnas de una tabla. El mismo archivo, u otro que se solape con él, no anota nada dos veces.
fundraisers-statement-file = El extracto
fundraisers-statement-file-hint = CAMT.053 (XML), MT940 o una tabla (CSV), de 4 MB como máximo.
fundraisers-statement-send = Leerlo
fundraisers-map-ask = Si es una tabla, preguntarme de nuevo qué son sus columnas
fundraisers-read-as-before = La tabla tiene las mismas columnas que una anterior y se leyó como aquella.
fundraisers-map-words = Indica qué son las columnas de esta tabla y elige otra vez el mismo archivo: no se ha guardado nada de él.
fundraisers-map-preview = Cómo empieza la tabla
fundraisers-map-none = Ninguna
fundraisers-map-encoding = Letras
fundraisers-map-utf-8 = UTF-8 (lo habitual)
fundraisers-map-windows = Windows-1252 o Latin-1
fundraisers-map-delimiter = Entre las columnas hay
fundraisers-map-semicolon = un punto y coma
fundraisers-map-comma = una coma
fundraisers-map-tab = un tabulador
fundraisers-map-bar = una barra
fundraisers-map-skip = Líneas antes del primer apunte
fundraisers-map-day = Día
fundraisers-map-day-format = Cómo se escribe un día
fundraisers-map-dmy = Día, mes, año
fundraisers-map-mdy = Mes, día, año
fundraisers-map-ymd = Año, mes, día
fundraisers-map-amount = Importe
fundraisers-map-mark = Si entró o salió, cuando lo dice una columna
fundraisers-map-credit = Importe que entró, cuando tiene su columna
fundraisers-map-debit = Importe que salió, cuando tiene su columna
fundraisers-map-point = Antes de los céntimos hay
fundraisers-map-point-comma = una coma (1.234,50)
fundraisers-map-point-dot = un punto (1,234.50)
fundraisers-map-currency = Moneda
fundraisers-map-name = Nombre de quien pagó
fundraisers-map-iban = Su IBAN
fundraisers-map-text = Concepto de la transferencia
fundraisers-map-more-text = Más del concepto
fundraisers-map-reference = Número del apunte en el banco
fundraisers-map-status = Si está contabilizado
fundraisers-fault-mapping = Elige una columna para el importe, o dos para lo que entró y lo que salió.
fundraisers-fault-skip = Un número de 0 a { $most }.
fundraisers-fault-reference = Ninguna transferencia anunciada que aún no haya llegado tiene esta referencia o este número.
fundraisers-place-line = Línea { $line }
fundraisers-place-element = Elemento { $name } en la línea { $line }
fundraisers-place-cell = Línea { $line }, columna { $column }
fundraisers-statement-empty = Este archivo está vacío.
fundraisers-statement-too-long = Este archivo es demasiado largo. Elige menos días.
fundraisers-statement-other-account = Este archivo es de la cuenta { $other }, y la de esta recaudación es { $own }.
fundraisers-statement-columns = Hay más de { $most } columnas.
fundraisers-statement-not-text = Esto no es texto: no se puede leer un PDF ni una hoja de cálculo. Descarga el extracto como CAMT, MT940 o CSV.
fundraisers-statement-broken-xml = Este XML está roto. Descarga el archivo otra vez.
fundraisers-statement-forbidden-xml = Este XML contiene lo que no tiene el archivo de ningún banco, así que no se lee.
fundraisers-statement-too-deep = Este XML tiene más niveles que el de cualquier banco.
fundraisers-statement-none = Este XML no contiene ningún extracto.
fundraisers-statement-missing = Falta { $field }.
fundraisers-statement-unreadable = No se puede leer { $field }: { $text }
fundraisers-statement-unknown-line = Esta línea no es parte de un extracto.
fundraisers-statement-unbalanced = Las líneas no suman la diferencia entre los saldos. Descarga el archivo otra vez.
fundraisers-statement-uneven-row = Esta línea no tiene tantas columnas como la primera.
fundraisers-statement-open-quote = Aquí hay unas comillas sin cerrar, que ocultarían líneas más abajo.
fundraisers-statement-no-heads = Ninguna línea dice qué columnas son el día y el importe. Elígelas abajo.
fundraisers-statement-day = el día
fundraisers-statement-amount = el importe
fundraisers-statement-currency = la moneda
fundraisers-statement-direction = si entró o salió
fundraisers-statement-status = si está contabilizado
fundraisers-statement-balance = el saldo
fundraisers-read-booked = { $n ->
    [0] No se anotó ninguna transferencia.
    [one] Se anotó { $n } transferencia.
   *[other] Se anotaron { $n } transferencias.
}
fundraisers-read-asked = { $n ->
    [one] { $n } línea te espera abajo.
   *[other] { $n } líneas te esperan abajo.
}
fundraisers-read-known = { $n ->
    [one] { $n } línea ya se conocía por otro archivo.
   *[other] { $n } líneas ya se conocían por otro archivo.
}
fundraisers-read-foreign = { $n ->
    [one] { $n } línea no era nuestra y no se guarda. Si era una donación, anótala abajo.
   *[other] { $n } líneas no eran nuestras y no se guardan. Si alguna era una donación, anótala abajo.
}
fundraisers-read-pending = { $n ->
    [one] El banco aún no ha contabilizado { $n } línea; vendrá en un archivo posterior.
   *[other] El banco aún no ha contabilizado { $n } líneas; vendrán en un archivo posterior.
}
fundraisers-lines = Líneas por decidir
fundraisers-lines-none = No hay nada por decidir.
fundraisers-lines-more = { $n ->
    [one] Espera { $n } línea más, que se muestra cuando hayas decidido otras.
   *[other] Esperan { $n } líneas más, que se muestran cuando hayas decidido otras.
}
fundraisers-lines-decided = Lo que se decidió
fundraisers-line-whose = Puede ser de { $name }, con { $amount }.
fundraisers-line-assign = Es esta transferencia
fundraisers-line-give = Una donación que nadie anunció
fundraisers-line-leave = No es nuestra
fundraisers-line-reverse = La donación se devolvió
fundraisers-line-matched = Anotada
fundraisers-line-reversed = Devuelta
fundraisers-line-left = Dejada de lado
fundraisers-done-reversed = Queda anotado que se devolvió.
fundraisers-done-left = Dejada de lado.
fundraisers-why-other-amount = El importe no es el que se anunció. Cuenta lo que llegó.
fundraisers-why-other-currency = Está en otra moneda, que no se puede anotar aquí.
fundraisers-why-slip = La referencia tiene una errata.
fundraisers-why-name-only = No tiene referencia, pero el nombre y el importe son los de alguien que anunció una transferencia.
fundraisers-why-other-reference = Tiene además otra referencia.
fundraisers-why-several = Puede ser una de varias.
fundraisers-why-batch = El banco da varias transferencias como una sola suma. Si algunas son donaciones, anota cada una a mano más abajo y después pulsa aquí «No es nuestra».
fundraisers-why-reversal = Salió dinero que nombra una donación, o un banco devolvió una.
fundraisers-why-paid-before = Nombra una transferencia que ya se anotó o que se anuló: quizá alguien dio dos veces, o lo dice otro tipo de archivo.
fundraisers-why-not-known = Su referencia es nuestra, pero ya no se sabe quién la anunció: quizá llegó muy tarde.
fundraisers-why-other-day = Su día aún no ha llegado, o es muy anterior al anuncio.
fundraisers-hand = Anotar una donación a mano
fundraisers-hand-words = Para uno del que no habla ningún extracto. Cuenta y recibe un número de recibo; se avisa a quien lo anunció.
fundraisers-hand-name = De quién
fundraisers-hand-name-hint = No se muestra a todo el mundo. El mismo nombre, día e importe cuentan una vez.
fundraisers-hand-reference-hint = Solo si se anunció; si no, déjalo vacío. Lo que cuenta es el importe escrito arriba.
fundraisers-own-by-mail = En los correos sobre tu promesa hay un enlace con el que puedes llevarte todos tus datos o pedir que se borren.
fundraisers-onward-declined = Tu tarjeta fue rechazada. En la página siguiente das otra, y se cobran { $amount } enseguida.
fundraisers-fault-twice = Arriba está elegido { $chosen } y se ha escrito otro importe. Deja solo uno de los dos.
fundraisers-item-pledged = Prometido: { $n } de { $count }
fundraisers-pledgers = Quiénes han prometido
fundraisers-fault-not-there = Es más de lo que hay: { $there }.
fundraisers-fault-ahead = Ese día aún no ha llegado.
fundraisers-fault-long-ago = Ese día queda demasiado lejos: el primero posible es { $first }.
fundraisers-column-giver = Quién da
fundraisers-desk-refund-title = ¿Devolverlo?
fundraisers-desk-refund-words = { $name } dio { $amount } ({ $receipt }). Se devuelve a la tarjeta y no se puede deshacer. El proveedor se queda con su comisión.
fundraisers-desk-refund-leave = Dejarlo como está
fundraisers-desk-give-up = Abandonarlo
fundraisers-desk-give-up-title = ¿Abandonar este cobro?
fundraisers-desk-give-up-words = { $name } prometió { $amount } ({ $reference }). El proveedor no lo cobra, o no dice si lo cobró: «{ $words }». Busca allí primero un pago suyo, por la dirección de correo. Si no hay ninguno, abandónalo: vence, y se avisa a quien lo dio. El dinero que aun así se encuentre más tarde se anota como donación.

fundraisers-recurrence = ¿Con qué frecuencia?
fundraisers-once = Una vez
fundraisers-monthly = Cada mes
fundraisers-monthly-hint = Cada mes hasta el { $ends }, o hasta que lo pares. Cada recibo lleva un enlace para eso.
fundraisers-a-month = { $amount } al mes
fundraisers-fault-once = Aquí ya no se aceptan donaciones mensuales. Elige una vez.
fundraisers-fault-monthly-by-card = Cada mes se paga con tarjeta. Para una transferencia elige aquí una vez y encarga en tu banco una orden permanente.
fundraisers-onward-monthly = Das { $amount } cada mes. En la página siguiente pagas con tarjeta: ahora, y cada mes hasta el { $ends } o hasta que lo pares.
fundraisers-own-set-out = Tus { $amount } cada mes están en marcha. El primer pago está en camino.
fundraisers-own-monthly-active = Das { $amount } cada mes, hasta el { $ends } o hasta que lo pares aquí.
fundraisers-own-monthly-late = Tu tarjeta fue rechazada este mes. El proveedor de pagos lo intenta de nuevo. Si tienes una tarjeta nueva, páralo aquí y empieza otra vez.
fundraisers-own-monthly-ending = Se está parando: pedimos al proveedor de pagos que no cobre nada más.
fundraisers-own-monthly-ended = Ha terminado y no se cobra nada más. Cada mes que diste tiene su propio recibo.
fundraisers-own-monthly-button = Dejar de dar cada mes
fundraisers-practice-monthly = Un proveedor de verdad pediría aquí una tarjeta y cobraría { $amount } ahora y cada mes.
fundraisers-mail-monthly = Lo das cada mes hasta el { $ends }; tras el enlace de abajo puedes pararlo cuando quieras.
fundraisers-mail-monthly-late-subject = Tu tarjeta fue rechazada: { $fundraiser }
fundraisers-mail-monthly-late-opening = { $name }, tu tarjeta fue rechazada para los { $amount } de este mes para «{ $fundraiser }».
fundraisers-mail-monthly-late-ask = El proveedor de pagos lo intenta de nuevo. Si tienes una tarjeta nueva o quieres parar, el enlace de abajo lleva allí.
fundraisers-mail-monthly-ended-subject = Tu donación mensual ha terminado: { $fundraiser }
fundraisers-mail-monthly-ended-opening = { $name }, tus { $amount } cada mes para «{ $fundraiser }» han terminado. No se cobra nada más.
fundraisers-mail-monthly-ended-ask = Gracias por cada mes que diste.
fundraisers-desk-monthly = { $n ->
    [one] { $n } persona da cada mes, { $sum } en total.
   *[other] { $n } personas dan cada mes, { $sum } en total.
}
fundraisers-desk-month = { $amount } (mes { $n })

fundraisers-desk-entries = Lo que anotaste
fundraisers-desk-entries-words = Lo que se anotó mal se retira con un asiento propio y puede anotarse de nuevo. El libro muestra los dos; la página, ninguno.
fundraisers-desk-entry-payout = Abono
fundraisers-desk-entry-invoice = Factura
fundraisers-desk-take-back = Retirar
fundraisers-desk-done-taken-back = Retirado.
fundraisers-desk-went-back = Volvió
fundraisers-desk-went-back-title = ¿Volvió?
fundraisers-desk-went-back-words = { $name } dio { $amount } por transferencia ({ $receipt }). Si tu banco lo devolvió, o se anotó por error, anótalo aquí: ya no cuenta, y se avisa a quien lo dio.
fundraisers-desk-monthly-words = Se da cada mes y continúa: devolver un mes no lo termina.
fundraisers-desk-monthly-end = Terminarlo en su nombre

fundraisers-new = Una recaudación nueva
fundraisers-change = Cambiarla
fundraisers-done-saved = Guardado.
fundraisers-done-removed = La recaudación se ha retirado.
fundraisers-form-new-words = Cualquiera puede verla y dar en cuanto se guarde y la campaña esté publicada. Se da con tarjeta; adónde más va el dinero lo dice después una persona responsable.
fundraisers-form-ended = Esta recaudación ha terminado. Sus palabras aún se pueden cambiar; lo que decidió su final queda como estaba.
fundraisers-form-promised = Hay quien ha dado o prometido bajo lo que se le dijo. Por eso se quedan el tipo y la moneda, lo que paga no cuesta menos de { $goal }, no termina después del { $ends } y, si se iba a devolver el dinero, también eso se queda.
fundraisers-form-conflict = Otra persona guardó mientras tanto.
fundraisers-form-conflict-words = Lo que escribiste está abajo. Mira cómo está ahora la recaudación y vuelve a guardar.
fundraisers-form-others = Así la campaña no encaja
fundraisers-form-save = Guardar
fundraisers-form-what = Qué es
fundraisers-form-title = Cómo se llama
fundraisers-form-title-hint = Como mucho 120 caracteres.
fundraisers-form-slug = Su nombre en los enlaces
fundraisers-form-slug-hint = Minúsculas, cifras y guiones, como autobuses. Los recibos empiezan por él, y no se puede cambiar.
fundraisers-form-words-of = Para qué es el dinero
fundraisers-form-words-hint = Como mucho 1000 caracteres.
fundraisers-form-kind = Cuándo se cobran las tarjetas
fundraisers-form-kind-hint = No se puede cambiar una vez que alguien ha dado.
fundraisers-kind-keep = En el acto: cada donación se queda
fundraisers-kind-all = Solo si al final está prometida toda la meta
fundraisers-form-currency = Moneda
fundraisers-form-currency-hint = Sus tres letras, como USD. No se puede cambiar una vez que alguien ha dado.
fundraisers-form-end = Cuándo termina, y qué pasa entonces
fundraisers-form-ends = Día y hora del final
fundraisers-form-ends-hint = Según el reloj de la campaña. Una vez que alguien ha dado no será después; donde las tarjetas se cobran al final, se queda como está.
fundraisers-twice = Cuál de las dos
fundraisers-twice-none = Elige
fundraisers-twice-first = La primera
fundraisers-twice-second = La segunda
fundraisers-form-rule = Qué pasa si sobra y qué si falta
fundraisers-form-rule-hint = Una promesa con vuestras palabras, como mucho 1000 caracteres.
fundraisers-form-short = Si las tarjetas rechazadas la dejan otra vez por debajo de la meta
fundraisers-form-short-hint = Solo donde las tarjetas se cobran al final.
fundraisers-short-spend = Se gasta lo que entró
fundraisers-short-give-back = Se devuelve el dinero a todo el mundo
fundraisers-form-grace = Días para cambiar una tarjeta rechazada
fundraisers-form-grace-hint = De 1 a 30; 7 si lo dejas vacío. Solo donde las tarjetas se cobran al final.
fundraisers-form-item = Lo que paga: { $number }
fundraisers-form-items-words = Todo esto junto es la meta.
fundraisers-form-item-more = Una cosa más, si la hay. Al guardar habrá sitio para otra.
fundraisers-form-item-name = Qué es
fundraisers-form-price = Precio de una
fundraisers-form-amount-hint = En cifras y sin la moneda, como 1500.
fundraisers-form-count = Cuántas
fundraisers-form-count-hint = 1 si lo dejas vacío.
fundraisers-form-where = Dónde se verá
fundraisers-form-when = Cuándo se verá
fundraisers-form-optional = Puede quedar vacío.
fundraisers-form-order = Su lugar en la lista
fundraisers-form-out = Sacar esto de la lista
fundraisers-form-giving = Cómo se da
fundraisers-form-least = Lo mínimo que se puede dar
fundraisers-form-presets = Cantidades que se ofrecen
fundraisers-form-presets-hint = Seis como mucho, de la menor a la mayor, separadas por espacios: 15 50 150. Ninguna si lo dejas vacío.
fundraisers-form-recurrence = Cada cuánto
fundraisers-form-recurrence-hint = Cada mes solo es posible donde las tarjetas se cobran en el acto.
fundraisers-form-once = Una vez
fundraisers-form-monthly = Una vez, o cada mes hasta el final
fundraisers-form-percent = Lo que el proveedor se queda de cada donación, en tanto por ciento
fundraisers-form-percent-hint = Como 2.9. Entonces se pregunta a quien da si lo añade. Si lo dejas vacío no se pregunta.
fundraisers-form-fixed = Y una cantidad fija de cada donación
fundraisers-form-fixed-hint = Como 0.30. Puede quedar vacío.
fundraisers-form-elsewhere = Otro sitio que recibe el dinero
fundraisers-form-elsewhere-words = La página dice cuánto se había reunido allí, y que lo escribisteis vosotros. Deja ambos vacíos para no decir nada.
fundraisers-form-total = Cuánto se había reunido allí
fundraisers-form-on = Qué día
fundraisers-account = Adónde va su dinero
fundraisers-account-headline = Adónde va el dinero: { $fundraiser }
fundraisers-account-words = Se da con tarjeta a través del proveedor de pagos, si aquí no hay nada. Cuando se cambia, se avisa por correo a quienes cuidan de esta recaudación. A quien ya anunció una transferencia se le dijo la cuenta que había entonces.
fundraisers-account-transfers = También por transferencia
fundraisers-account-transfers-words = A quien elige una transferencia se le muestra esta cuenta. Deja los tres vacíos para no aceptar ninguna.
fundraisers-account-holder = De quién es la cuenta
fundraisers-account-holder-hint = El nombre tal como lo conoce el banco; como mucho 70 caracteres.
fundraisers-account-bic-hint = 8 u 11 letras y cifras. Puede quedar vacío.
fundraisers-account-elsewhere-words = Entonces nadie da aquí, y la página lleva allí.
fundraisers-account-url = Su dirección
fundraisers-account-url-hint = Como https://example.org/dar. Puede quedar vacío.
fundraisers-removal = Retirarla
fundraisers-removal-headline = ¿Retirarla? { $fundraiser }
fundraisers-removal-button = Retirarla
fundraisers-removal-words = Su página desaparece y nadie puede dar. Su nombre en los enlaces no se vuelve a usar. Si la gente debe ver en qué quedó, pon mejor un final más temprano.
fundraisers-removal-pledges = { $n ->
    [one] { $n } promesa de { $sum } queda libre: no se cobra a nadie, y quien la hizo recibe un correo.
   *[other] { $n } promesas de { $sum } quedan libres: no se cobra a nadie, y quienes las hicieron reciben un correo.
}
fundraisers-removal-transfers = Las transferencias que lleguen después ya no se podrán anotar.
fundraisers-removal-goal = Una meta cuenta el dinero de esta recaudación. Retira antes la meta.
fundraisers-goes-account = Se puede transferir dinero a { $holder }, IBAN { $iban }.
fundraisers-goes-elsewhere = El dinero se recibe en { $url }.
fundraisers-goes-provider = El dinero va solo con tarjeta a través del proveedor de pagos.
fundraisers-notice-redirected-subject = Su dinero va ahora a otro lugar: { $fundraiser }
fundraisers-notice-redirected-opening = { $name }: ha cambiado adónde va el dinero de «{ $fundraiser }». { $goes } Si no sabes nada de esto, pregunta enseguida a las personas responsables: el registro dice quién lo hizo en la mesa; si no fue nadie, vino con los archivos de la campaña en el servidor.
fundraisers-notice-was = Antes era { $was }.
fundraisers-promised-kind = Hay quien ha dado o prometido bajo esto. Déjalo como estaba.
fundraisers-promised-currency = Hay quien ha dado o prometido en { $currency }. Déjalo así.
fundraisers-promised-goal = Se dijo una meta de { $was }, y esto suma { $is }. Que cueste lo mismo que antes, o más.
fundraisers-promised-ends = Se dijo que termina el { $was }. Puede terminar antes, pero no después.
fundraisers-promised-decided = Se dijo que se decide el { $was }, y que entonces se cobra a las tarjetas. Déjalo así.
fundraisers-promised-past = Se puede dar hasta el { $was }. Elige un momento que esté por venir.
fundraisers-promised-give-back = Se dijo que se devuelve el dinero. Déjalo así.
fundraisers-promised-outcome = Ha terminado, y lo que fue de su dinero queda a la vista. No se puede retirar.
fundraisers-promised-hidden = Hay quien ha dado o prometido, y quiere ver qué fue de ello. Cierra la campaña en su lugar.
fundraisers-promised-money = Ha entrado dinero, o alguien está a punto de pagar. Ponle un final más temprano: así queda a la vista lo que fue del dinero.
fundraisers-promised-unreleased = Se quitó, y sus compromisos aún no se han liberado. Inténtalo en un minuto.
fundraisers-promised-payer = Alguien está dando una forma de pago en este momento. Inténtalo mañana, cuando esa página haya terminado.
fundraisers-promised-settled = Ha terminado. Lo que se dijo, y aquello por lo que se decidió, se queda como estaba.
fundraisers-promised-grace = Se dijeron más días para pagar de otra manera: { $was }. Deja los mismos, o más.
fundraisers-promised-rule = Se dijo esta regla. Déjala así; lo nuevo puede decirse en las palabras de arriba.
fundraisers-promised-item = Hay donaciones para «{ $item }». Déjalo ahí, y no menos.
fundraisers-clash-account-promised = Lo que se transfiere está ahí en el acto. Donde las tarjetas se cobran solo al final no se puede nombrar una cuenta.
fundraisers-clash-account-elsewhere = El dinero se recibe por transferencia o en otro sitio, no ambos. Deja uno vacío.
fundraisers-clash-monthly-promised = Cada mes solo es posible donde las tarjetas se cobran en el acto. Elige una vez, o cobrar en el acto.
fundraisers-clash-monthly-elsewhere = Se da cada mes, y eso solo es posible aquí. Haz antes que se dé una vez.
fundraisers-clash-elsewhere-promised = Lo que se recibe en otro sitio no se puede prometer aquí. Solo es posible donde las donaciones se quedan.
fundraisers-clash-least = El importe mínimo es más que toda la meta: nadie podría dar. Escribe menos.
fundraisers-clash-preset = Un importe ofrecido es más que toda la meta, y nadie puede dar más que eso. Escribe menos.
fundraisers-fault-choice = Elige una opción.
fundraisers-fault-slug = Minúsculas, cifras y guiones sueltos, como autobuses.
fundraisers-fault-slug-taken = Una recaudación de esta campaña tiene ese nombre, o lo tuvo. Toma otro.
fundraisers-fault-too-many = Una campaña tiene { $most } recaudaciones como mucho. Retira antes una.
fundraisers-fault-currency = Las tres letras de una moneda, como USD.
fundraisers-fault-clock = Un día y una hora, como 2018-09-25 11:30.
fundraisers-fault-past = Ese momento ya pasó.
fundraisers-fault-sooner = Se dijo que termina el { $was }, y hasta ahora se han reunido { $with } de { $goal }. Si de verdad ha de terminar el { $is }, márcalo abajo: quien quiera dar después ya no podrá.
fundraisers-sooner = Sí, que termine antes de lo que se dijo
fundraisers-fault-skipped = Los relojes se adelantan sobre esa hora. Escribe { $then } o una hora anterior.
fundraisers-fault-clock-twice = Los relojes muestran esa hora dos veces ese día: { $first } y { $second }. Elige una abajo.
fundraisers-fault-number = Un número entero de 1 a { $most }.
fundraisers-fault-nothing = Eso no es nada. Escribe una cantidad, como 1500.
fundraisers-fault-preset = «{ $typed }» no es una cantidad. Escribe cifras sin la moneda, con espacios entre las cantidades.
fundraisers-fault-preset-least = «{ $typed }» es menos que lo mínimo que se puede dar.
fundraisers-fault-preset-rising = «{ $typed }» va detrás de una cantidad que no es menor. Que vayan subiendo.
fundraisers-fault-presets = { $most } cantidades como mucho.
fundraisers-fault-percent = Un número de 0 a 20, como 2.9.
fundraisers-fault-fixed-alone = Abajo hay una cantidad fija. Escribe también el tanto por ciento, 0 si no lo hay.
fundraisers-fault-no-item = Di al menos una cosa que paga el dinero.
fundraisers-fault-items = { $most } cosas como mucho.
fundraisers-fault-url = Una dirección web entera, como https://example.org/dar.
fundraisers-fault-total-and-day = Escribe ambos: cuánto se había reunido y qué día. O ninguno.
fundraisers-fault-iban = Esto no es un IBAN: dos letras, dos cifras y el resto.
fundraisers-fault-iban-digits = Está mal escrito: sus cifras de control no encajan. Compáralo con el del banco.
fundraisers-fault-iban-form = Es demasiado largo o demasiado corto para su país. Compáralo con el del banco.
fundraisers-fault-iban-country = No empieza por las letras de ningún país. Compáralo con el del banco.
fundraisers-fault-no-iban = Escribe también el número de la cuenta, o deja los tres vacíos.
fundraisers-fault-bic = Esto no es un BIC: 8 u 11 letras y cifras.
